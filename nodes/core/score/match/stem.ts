import { oneLine } from '../../values/tables';

/**
 * A light English stemmer: regular inflection (-s, -es, -ed, -ing) and the irregular forms support
 * tickets are full of, nothing else. Porter's family was tried and is too strong here: it makes
 * "important" and "import" one word, and "organ" and "organization", so calm texts would match.
 */

const IRREGULAR = new Map<string, string>();
for (const line of [
	'be am is are was were been being',
	'have has had having',
	'do does did done doing',
	'go goes went gone going',
	'get gets got gotten getting',
	'lose loses lost losing',
	'break breaks broke broken breaking',
	'send sends sent sending',
	'freeze freezes froze frozen freezing',
	'take takes took taken taking',
	'give gives gave given giving',
	'come comes came coming',
	'leave leaves left leaving',
	'pay pays paid paying payed',
	'find finds found finding',
	'say says said saying',
	'tell tells told telling',
	'write writes wrote written writing',
	'throw throws threw thrown throwing',
	'hang hangs hung hanging',
	'hear hears heard hearing',
	'keep keeps kept keeping',
	'make makes made making',
	'think thinks thought thinking',
	'run runs ran running',
	'see sees saw seen seeing',
	'show shows showed shown showing',
	'spend spends spent spending',
	'feel feels felt feeling',
	'understand understands understood understanding',
	'begin begins began begun beginning',
	'choose chooses chose chosen choosing',
	'stick sticks stuck sticking',
	'sell sells sold selling',
	'buy buys bought buying',
	'bring brings brought bringing',
	'build builds built building',
	'overwrite overwrites overwrote overwritten overwriting',
	'steal steals stole stolen stealing',
	'know knows knew known knowing',
	'use uses used using',
	'try tries tried trying',
	'cancel cancels canceled cancelled canceling cancelling cancellation cancellations cancelation',
	'mislead misleads misled misleading',
	'speak speaks spoke spoken speaking',
	'wake wakes woke woken waking',
	'fall falls fell fallen falling',
	'rise rises rose risen rising',
	'shut shuts shutting',
	'drop drops dropped dropping',
	oneLine`
		sync syncs synced syncing synch synchs synched synching synchronise synchronised synchronises
		synchronising synchronize synchronized synchronizes synchronizing synchronisation synchronization
	`,
	'email emails emailed emailing',
	'log logs logged logging',
	'canned',
	'evening evenings',
	'morning mornings',
	'during',
	'nothing',
	'something',
	'anything',
	'everything',
	'outstanding',
	'ticket tickets ticketed',
	'child children',
	'person people persons',
]) {
	const [base, ...forms] = line.split(' ');
	if (base === undefined) continue;
	IRREGULAR.set(base, base);
	for (const form of forms) IRREGULAR.set(form, base);
}

const VOWEL = /[aeiouy]/;
const UNDOUBLED = /([bdgmnprt])\1$/;

function bare(stem: string): string {
	if (UNDOUBLED.test(stem)) return stem.slice(0, -1);
	// "rolled", "installed", "controlled" keep what their base form has; only -lled after a long stem is British spelling.
	return stem;
}

function withoutFinal(word: string): string {
	const n = word.length;
	if (n > 3 && word.endsWith('ie')) return word.slice(0, -2) + 'i';
	if (n > 3 && word.endsWith('e') && !word.endsWith('ee')) return word.slice(0, -1);
	if (n > 2 && word.endsWith('y') && !VOWEL.test(word.charAt(n - 2)))
		return word.slice(0, -1) + 'i';
	return word;
}

/**
 * The common form of an English word's regular and irregular inflections.
 * @param word lower case, without diacritics
 * @returns a key to compare with, not always a word: "exporting" → "export", "charged" → "charg"
 */
export function stem(word: string): string {
	const irregular = IRREGULAR.get(word);
	if (irregular !== undefined) return irregular;
	const n = word.length;
	if (n < 4) return withoutFinal(word);
	if (word.endsWith('ing') && n > 5) {
		const rest = word.slice(0, -3);
		if (VOWEL.test(rest)) return withoutFinal(bare(rest));
	} else if (word.endsWith('ied') || word.endsWith('ies')) {
		return word.slice(0, -3) + 'i';
	} else if (word.endsWith('ed') && n > 4 && !word.endsWith('eed')) {
		const rest = word.slice(0, -2);
		if (VOWEL.test(rest) && rest.length > 2) return withoutFinal(bare(rest));
	} else if (word.endsWith('s') && !/(ss|us|is|ous)$/.test(word)) {
		const rest = word.slice(0, -1);
		if (/(s|x|z|ch|sh)e$/.test(rest)) return withoutFinal(rest);
		return withoutFinal(rest);
	}
	return withoutFinal(word);
}
