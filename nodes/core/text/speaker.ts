import { pattern } from '../values/tables';

/**
 * Words by which writers speak of themselves, in English, German, French, Spanish, Portuguese and
 * Dutch. Footers and signatures are written about the message or the company, so that these show
 * the customer's own words.
 */
const SPEAKER = pattern('iu')`
	(?<![\p{L}\p{N}])(?:we|our|ours|i|my|wir|ich|unser(?:e[nmrs]?)?|meine?[nmrs]?|nous|notre|je|
	nosotr[oa]s|nuestr[oa]s?|n[óo]s|noss[oa]s?|meus?|minhas?|wij|ons|onze|ik|mijn)(?![\p{L}\p{N}.])
`;

/** What legal notices and gateways say in the first person. */
const FORMULAS = pattern('giu')`
	\b(?:we|wir|nous|wij) (?:do not|don['’]t|cannot|can not|will not|disclaim|assume|accept|shall not|
	are not|haften|[üu]bernehmen|d[ée]clinons|aanvaarden) ?(?:accept|assume|be (?:held )?liable|
	be responsible|liable|responsible|guarantee|warrant|keine|pas|toute|geen)?|\b(?:to|of|from|by|with|
	outside|in|an|von|de|van|[àa]|buiten|au[ßs]erhalb|see|read) (?:our|unser(?:e[nmrs]?)?|notre|
	nuestr[oa]s?|noss[oa]s?|onze|ons) (?:compan(?:y|ies)|firm|group|organi[sz]ation|organisatie|bedrijf|
	privacy|data protection|datenschutz|terms|general|website|web|servers?|systems?|network|
	unternehmens?|gesellschaft|allgemeinen|soci[ée]t[ée]|entreprise|empresa|organizaci[óo]n|
	organiza[çc][ãa]o)
`;

/** Whether the writer speaks in it. */
export function hasSpeaker(text: string): boolean {
	return SPEAKER.test(text);
}

/** Whether the writer speaks in it outside of the formulas of legal notices. */
export function speaksFreely(text: string): boolean {
	return SPEAKER.test(text.replace(FORMULAS, ' '));
}
