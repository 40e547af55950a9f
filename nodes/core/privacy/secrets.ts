import { pattern } from '../values/tables';
import type { Add } from './personalData';

const PRIVATE_KEY_BEGIN = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g;
const PRIVATE_KEY_END = /-----END [A-Z ]{0,30}PRIVATE KEY-----/g;

/** Forms that give a key away: the prefixes that well-known services put before theirs, and JSON Web Tokens. */
const KNOWN_KEYS = [
	/\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{12,250}/g,
	/\b(?:whsec|shpat|shpss|npm|dop_v1|hf|gsk|xai|pat|r8|lin_api|phc|sq0\w{3})[-_][A-Za-z0-9_-]{16,250}/g,
	/\bgh[pousr]_[A-Za-z0-9]{20,250}|\bgithub_pat_\w{20,250}/g,
	/\bglpat-[\w-]{16,250}|\bxox[abeoprs]-[\w-]{10,250}|\bxapp-[\w-]{10,250}/g,
	/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
	/\bAIza[\w-]{30,60}|\bya29\.[\w-]{20,500}/g,
	/\bSG\.[\w-]{16,40}\.[\w-]{16,80}/g,
	/(?<=\bhooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/)[\w/-]{8,250}/g,
	/(?<![\w-])eyJ[\w-]{8,4000}\.[\w-]{4,4000}(?:\.[\w-]{0,4000})?/g,
];

/** What stands after the name of a secret; the name stays, the value goes. */
const NAMED_SECRETS = [
	/\b(?:bearer|basic)\s{1,3}(?=[\w.~+/=-]{12})([\w.~+/=-]{12,4000})/gi,
	pattern('giu')`
		(?<![?&\w])(?:api[ _-]?key|access[ _-]?key|secret[ _-]?key|client[ _-]?secret|auth[ _-]?token|
		access[ _-]?token|refresh[ _-]?token|token|secret|password|passwort|kennwort|passwd|passphrase|
		pwd|pw|mot de passe|contrase(?:ñ|n\u0303?)a|senha|wachtwoord)\\{0,2}["'\x60]?(?:\s(?:for|of|
		für|von|pour|de|del|para|do|da|van|voor)(?:\s[^\s:=]{1,40}){1,3})?\s{0,3}(?:(?:is|was|ist|war|
		lautet|luidt|est|es|era|é|e\u0301)(?![\p{L}\p{N}])\s{0,3}[:=]?|
		[:=]{1,2}>?)\s{0,3}\\{0,2}["'\x60]?([^\s"'\x60,;<>]{4,500})
	`,
	/[?&](?:api[_-]?key|key|token|access_token|auth|sig|signature|secret|password)=([^\s&#"'<>]{4,1000})/gi,
	/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:([^\s/@]{1,200})@/gi,
];
/** In data, e.g. JSON, the value of such a field is no word of a sentence. */
const QUOTED_FIELD = /["'`]\s{0,3}[:=]{1,2}>?\s{0,3}\\{0,2}["'`]/;
/** Words that follow "password is" in a complaint and are none. */
const NOT_A_SECRET = pattern('iu')`
	^(?:not|wrong|incorrect|invalid|expired|being|never|always|still|no|now|reset|rejected|too|the|a|an|
	my|our|your|in|on|gone|missing|required|broken|failing|falsch|ungültig|abgelaufen|nicht|incorrecta?|
	inválid[oa]|incorrect[ae]?|ongeldig|niet|pas|same|working|changed|correct|accepted|valid|unknown|
	empty|null|undefined|true|false)[^\p{L}\p{N}]{0,3}$
`;

/** Long runs of letters and digits mixed, as hashes, tokens and keys are. */
const LONG_RUN = /(?<![\w+/=.-])[A-Za-z0-9_+/=-]{32,4000}(?![\w+/=-])/g;
const SHORTEST_RUN = 32;

/** What software calls its requests and versions: agents need it, and nothing opens with it. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const GIT_HASH = /(?<![A-Za-z0-9])[0-9a-f]{40}(?![A-Za-z0-9])/g;
const HEX_ID = /^(?:req[_-])?[0-9a-f]{32}(?:[0-9a-f]{32})?$/i;
const ID_WORD =
	/(?:request|req|trace|correlation|span|commit|revision|checksum|sha-?\d{0,3}|md5)[ _-]?(?:id|hash)?\W{0,3}$/i;

/** Private keys, keys of well-known forms, and what is named a password or a token. */
export function findSecrets(text: string, add: Add): void {
	findPrivateKeys(text, add);
	for (const pattern of KNOWN_KEYS) {
		for (const match of text.matchAll(pattern)) {
			if (/\d/.test(match[0])) add('key', match.index, match.index + match[0].length);
		}
	}
	for (const pattern of NAMED_SECRETS) {
		for (const match of text.matchAll(pattern)) {
			const value = match[1] ?? '';
			if (NOT_A_SECRET.test(value)) continue;
			if (!isSecretLike(value) && !QUOTED_FIELD.test(match[0])) continue;
			const start = match.index + match[0].lastIndexOf(value);
			add('key', start, start + value.length);
		}
	}
}

/** Long runs of letters and digits, as hashes, tokens and keys are. */
export function findLongRuns(text: string, add: Add): void {
	for (const match of text.matchAll(LONG_RUN)) {
		const isId =
			HEX_ID.test(match[0]) && ID_WORD.test(text.slice(Math.max(0, match.index - 30), match.index));
		const rest = match[0].replace(UUID, '').replace(GIT_HASH, '');
		const isOther = rest.length === match[0].length || rest.length >= SHORTEST_RUN;
		if (!isId && isOther && isMixed(rest)) add('key', match.index, match.index + match[0].length);
	}
}

function findPrivateKeys(text: string, add: Add): void {
	const ends = [...text.matchAll(PRIVATE_KEY_END)].map((match) => match.index + match[0].length);
	let next = 0;
	for (const { index } of text.matchAll(PRIVATE_KEY_BEGIN)) {
		while (next < ends.length && (ends[next] ?? 0) < index) next++;
		// Without an end the key was cut off: what follows may be all of it.
		add('key', index, ends[next] ?? Math.min(text.length, index + 4000));
	}
}

/** A password may be a word, but then a digit, a sign or an inner capital tells it from the sentence's next word. */
function isSecretLike(value: string): boolean {
	// A sign at the end may be the sentence's.
	return /\d/.test(value) || /[!@#$%^&*_=+]/.test(value.slice(0, -1)) || /[a-z][A-Z]/.test(value);
}

function isMixed(run: string): boolean {
	const digits = run.replace(/\D/g, '').length;
	return digits >= 4 && /[A-Za-z]/.test(run) && !/[-_/](?:[a-z]{3,}[-_/]){2}/.test(run);
}
