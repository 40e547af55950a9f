/** What is found in a ticket that must not leave it. */
export type PersonalDataKind = 'email' | 'phone' | 'card' | 'key' | 'iban';

/** Takes in one place of the text. */
export type Add = (kind: PersonalDataKind, start: number, end: number) => void;

export interface PersonalData {
	kind: PersonalDataKind;
	start: number;
	end: number;
}
