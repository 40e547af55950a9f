/**
 * Hosts that many companies share: profiles, page builders and tools that give each customer a page or a
 * host of its own. Their addresses, as CRMs hold them in the website field, say nothing about a company's
 * mail domain. Sources: the services' own pages; the public suffix list has only those that asked for it.
 */

/** Social profiles, short links and Google's pages: never a customer's own domain, whatever the path. */
const PROFILE_HOSTS: ReadonlySet<string> = new Set([
	'bit.ly',
	'business.google.com',
	'docs.google.com',
	'drive.google.com',
	'facebook.com',
	'g.page',
	'goo.gl',
	'instagram.com',
	'linkedin.com',
	'linktr.ee',
	'lnkd.in',
	'maps.google.com',
	'pinterest.com',
	'plus.google.com',
	'sites.google.com',
	't.co',
	't.me',
	'tiktok.com',
	'tinyurl.com',
	'twitter.com',
	'wa.me',
	'x.com',
	'xing.com',
	'youtu.be',
	'youtube.com',
]);

/** Their own domain is a company's; a page below it is somebody else's. */
const PAGE_HOSTS: ReadonlySet<string> = new Set([
	'about.me',
	'amazon.com',
	'angel.co',
	'apple.com',
	'apps.apple.com',
	'behance.net',
	'bitbucket.org',
	'calendly.com',
	'crunchbase.com',
	'dribbble.com',
	'ebay.com',
	'etsy.com',
	'eventbrite.com',
	'g2.com',
	'github.com',
	'gitlab.com',
	'glassdoor.com',
	'google.com',
	'indeed.com',
	'medium.com',
	'meetup.com',
	'notion.so',
	'patreon.com',
	'play.google.com',
	'producthunt.com',
	'slideshare.net',
	'soundcloud.com',
	'spotify.com',
	'tripadvisor.com',
	'trustpilot.com',
	'vimeo.com',
	'wikipedia.org',
	'yelp.com',
]);

/** Each host below one of these is a different company's: contoso.onmicrosoft.com is not fabrikam.onmicrosoft.com. */
const TENANT_SUFFIXES: ReadonlySet<string> = new Set([
	'atlassian.net',
	'au.auth0.com',
	'auth0.com',
	'eu.auth0.com',
	'jp.auth0.com',
	'uk.auth0.com',
	'us.auth0.com',
	'bamboohr.com',
	'bigcartel.com',
	'carrd.co',
	'crm.dynamics.com',
	'crm4.dynamics.com',
	'dynamics.com',
	'enterprise.slack.com',
	'force.com',
	'freshdesk.com',
	'freshservice.com',
	'ghost.io',
	'godaddysites.com',
	'helpscoutdocs.com',
	'hs-sites.com',
	'hubspotpagebuilder.com',
	'intercom.help',
	'jimdofree.com',
	'jimdosite.com',
	'lightning.force.com',
	'mailgun.org',
	'monday.com',
	'app.netsuite.com',
	'my.salesforce.com',
	'my.site.com',
	'myfreshworks.com',
	'mystrikingly.com',
	'myworkday.com',
	'netsuite.com',
	'notion.site',
	'odoo.com',
	'okta-emea.com',
	'okta.com',
	'onmicrosoft.com',
	'onmicrosoft.de',
	'onmicrosoft.us',
	'onmschina.cn',
	'salesforce.com',
	'service-now.com',
	'sharepoint.com',
	'slack.com',
	'squarespace.com',
	'statuspage.io',
	'substack.com',
	'teamwork.com',
	'tumblr.com',
	'typeform.com',
	'uservoice.com',
	'webflow.io',
	'weebly.com',
	'wixsite.com',
	'wordpress.com',
	'workday.com',
	'zendesk.com',
	'zohodesk.com',
]);

/**
 * Levels that a service puts between a customer's label and its own domain without meaning another customer: hybrid
 * Exchange writes NAME.mail.onmicrosoft.com for NAME.onmicrosoft.com, China's cloud NAME.partner.onmschina.cn.
 */
const LEVELS_BETWEEN: ReadonlySet<string> = new Set([
	'mail.onmicrosoft.com',
	'mail.onmicrosoft.de',
	'mail.onmicrosoft.us',
	'mail.partner.onmschina.cn',
	'partner.onmschina.cn',
]);

/** Below such a suffix, these are the service's own. */
const OWN_LABELS: ReadonlySet<string> = new Set(['www', 'mail', 'email', 'news', 'go', 'info']);

/** Whether a website is a page of a shared service: `path` is what follows the host. */
export function isSharedPage(host: string, path: string): boolean {
	if (PROFILE_HOSTS.has(host) || PROFILE_HOSTS.has(withoutFirstLabel(host))) return true;
	return path !== '' && path !== '/' && PAGE_HOSTS.has(host);
}

/**
 * The host that one customer of a shared service has there: "a.acme.zendesk.com" gives "acme.zendesk.com", and
 * "acme.mail.onmicrosoft.com" is the customer of "acme.onmicrosoft.com".
 */
export function tenantHost(host: string): string | undefined {
	const labels = host.split('.');
	for (let index = 1; index < labels.length - 1; index++) {
		const suffix = labels.slice(index).join('.');
		if (!TENANT_SUFFIXES.has(suffix)) continue;
		let customer = index - 1;
		while (customer > 0 && LEVELS_BETWEEN.has(labels.slice(customer).join('.'))) customer -= 1;
		const label = labels[customer] ?? '';
		return OWN_LABELS.has(label) ? undefined : `${label}.${suffix}`;
	}
	return undefined;
}

function withoutFirstLabel(host: string): string {
	return host.slice(host.indexOf('.') + 1);
}
