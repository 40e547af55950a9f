import { pattern } from '../values/tables';
import { cutLine, patternHead, type Line } from './lines';

/**
 * Chats that reach the helpdesk as one text: "(14:52:01) Mia: hi". Only the requester's own lines are
 * the customer's words; what agents and bots said is not.
 */

/** Who wrote the ticket, as far as the helpdesk says. */
export interface Requester {
	name?: string;
	email?: string;
}

const CLOCK = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:\\s?[ap]\\.?m\\.?)?';
const NAME = '\\p{L}[^:()[\\]<>\\n]{0,39}(?:\\s\\([^()\\n]{1,20}\\))?';
/** "(14:52) Mia: hi", "[2026-01-21 14:52:01] Mia: hi", "14:52 - Mia: hi" */
const TIME_FIRST = new RegExp(
	`^[([]?(?:[\\d./-]{6,10}[,T]?\\s)?${CLOCK}[)\\]]?\\s?[-–|]?\\s?(?<name>${NAME}):(?:\\s(?<text>.*))?$`,
	'iu',
);
/** "Mia (14:52): hi", "Mia [14:52:01] hi" */
const NAME_FIRST = new RegExp(
	`^(?<name>${NAME})\\s?[([]${CLOCK}[)\\]]:?(?:\\s(?<text>.*))?$`,
	'iu',
);
/** "Mia Holm | 14:52" on a line of its own, above what she said */
const NAME_ABOVE = new RegExp(
	`^(?<name>\\p{L}[^:()[\\]<>\\n\\d|·•–—]{0,39}(?:\\s\\([^()\\n]{1,20}\\))?)\\s?[|·•,–—-]\\s?(?:[\\p{L}\\d./,-]{1,12}\\s){0,4}${CLOCK}$`,
	'iu',
);
/** "(14:52) *** Sam joined the chat ***": said by nobody */
const NOTICE = new RegExp(
	`^[([]?${CLOCK}[)\\]]?\\s?[-–|]?\\s?(?<name>\\*{2,3})\\s?(?<text>.*)$`,
	'iu',
);
const NAME_ONLY = new RegExp(`^(?<name>${NAME}):\\s(?<text>.*)$`, 'u');
const MAX_NAME_WORDS = 4;

const AGENT = pattern('iu')`
	(?<!\p{L})(?:agente?|(?:chat)?bot|support|assistante?|operator|advis[eo]r|help ?desk|service ?team|
	mitarbeiter(?:in)?|kundendienst|asistente|conseill(?:er|ère)|soporte|suporte|atendente|medewerker|
	klantenservice)(?!\p{L})
`;
/** "AcmeBot", but not "Talbot". */
const AGENT_TAIL = /\p{Ll}(?:Bot|Support)$/u;
const CUSTOMER = pattern('iu')`
	^(?:the )?(?:customer|visitor|clients?|user|guest|end.user|kunde|kundin|besucher(?:in)?|gast|
	nutzer(?:in)?|cliente|visiteu[rs]e?|visitante|usu[aá]rio|utilisateur|klant|
	bezoeker)(?:\s[\d#]{1,12})?$
`;

const isAgent = (speaker: string): boolean => AGENT.test(speaker) || AGENT_TAIL.test(speaker);

interface Turn {
	/** Index of the line that names the speaker. */
	at: number;
	speaker: string;
	text: string;
}

function turnsBy(lines: readonly Line[], patterns: readonly RegExp[]): Turn[] {
	const turns: Turn[] = [];
	lines.forEach((line, at) => {
		if (line.kind !== undefined || line.text === '') return;
		const head = patternHead(line.text);
		for (const pattern of patterns) {
			const { name, text = '' } = pattern.exec(head)?.groups ?? {};
			if (name === undefined || name.trim().split(/\s+/).length > MAX_NAME_WORDS) continue;
			turns.push({ at, speaker: name.trim(), text: text + line.text.slice(head.length) });
			return;
		}
	});
	return turns;
}

/** Turns with times; without any, only names that say who is who make a chat. */
function readTurns(lines: readonly Line[]): Turn[] {
	const timed = turnsBy(lines, [TIME_FIRST, NAME_FIRST, NAME_ABOVE, NOTICE]);
	if (timed.length >= 2) return timed;
	const named = turnsBy(lines, [NAME_ONLY]);
	const speakers = new Set(named.map(({ speaker }) => speaker));
	const isChat = named.length >= 3 && speakers.size < named.length && speakers.size <= 4;
	return isChat && [...speakers].some((speaker) => isAgent(speaker)) ? named : [];
}

const plain = (name: string): string =>
	name
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

function isRequester(speaker: string, { name = '', email = '' }: Requester): boolean {
	const spoken = plain(speaker);
	const full = plain(name);
	const local = plain(email.split('@')[0] ?? '');
	if (spoken === '') return false;
	return spoken === full || spoken === full.split(' ')[0] || spoken === local;
}

/** The speakers whose words are the customer's; undefined when that cannot be told. */
function ownSpeakers(
	speakers: readonly string[],
	subject: string,
	requester: Requester,
): readonly string[] | undefined {
	const named = speakers.filter((speaker) => isRequester(speaker, requester));
	if (named.length > 0) return named;
	const customers = speakers.filter((speaker) => CUSTOMER.test(speaker));
	if (customers.length > 0) return customers;
	const others = speakers.filter((speaker) => !isAgent(speaker));
	if (others.length < speakers.length && others.length <= 1) return others;
	const words = ` ${plain(subject)} `;
	const inSubject = others.filter((speaker) => words.includes(` ${plain(speaker)} `));
	return inSubject.length === 1 && speakers.length > 1 ? inSubject : undefined;
}

/**
 * Marks what others said in a chat as quoted and takes the requester's name off their own lines. Where
 * nobody can be told for the customer, all stays.
 */
export function cutTranscript(lines: readonly Line[], subject: string, requester: Requester): void {
	const turns = readTurns(lines);
	if (turns.length < 2) return;
	const named = turns.filter(({ speaker }) => /\p{L}/u.test(speaker));
	const speakers = [...new Set(named.map(({ speaker }) => speaker))];
	const own = ownSpeakers(speakers, subject, requester);
	if (own === undefined) return;
	turns.forEach(({ at, speaker, text }, turn) => {
		const line = lines[at];
		if (line === undefined) return;
		if (own.includes(speaker)) {
			line.text = text.trim();
			return;
		}
		const end = turns[turn + 1]?.at ?? lines.length;
		for (let i = at; i < end; i++) {
			const said = lines[i];
			if (said !== undefined) cutLine(said, 'quote');
		}
	});
}
