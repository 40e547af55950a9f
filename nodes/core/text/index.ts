export { isMachineMail } from './automatic';
export {
	cleanTicketText,
	MAX_TEXT_LENGTH,
	type CleanedText,
	type TicketTextFormat,
} from './cleanTicketText';
