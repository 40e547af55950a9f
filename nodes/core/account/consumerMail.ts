/**
 * Where private persons have their mail: webmail, internet providers and relays, by country. A domain here never
 * names an account, not even one that lists it: everyone who writes from it would be that account. CRMs make such
 * accounts by themselves (a company of sunrise.ch for the first contact at Sunrise's mail service).
 *
 * Sources: the providers' own pages on setting their mail up. Left out on purpose are companies whose own people
 * write from the domain too and that are somebody's customers: cox.com (its subscribers have cox.net), sky.com,
 * frontier.com, bt.com, vodafone.de. The relays among these stand below a company's own domain, and its people never write from there.
 */
const BY_COUNTRY: Readonly<Record<string, string>> = {
	'anywhere, webmail': `gmail.com googlemail.com icloud.com me.com mac.com outlook.com hotmail.com live.com msn.com
		passport.com yahoo.com ymail.com rocketmail.com myyahoo.com aol.com aim.com love.com netscape.net compuserve.com
		proton.me protonmail.com protonmail.ch pm.me tuta.com tuta.io tutamail.com tutanota.com tutanota.de keemail.me
		hey.com fastmail.com fastmail.fm hushmail.com hush.com zoho.com zoho.eu zohomail.com zohomail.eu mail.com
		email.com usa.com usa.net inbox.com lycos.com excite.com gmx.com gmx.us caramail.com runbox.com mailfence.com
		startmail.com kolabnow.com posteo.net disroot.org riseup.net skiff.com lavabit.com safe-mail.net writeme.com
		post.com engineer.com doctor.com consultant.com accountant.com cheerful.com iname.com myself.com dr.com
		yandex.com mail.ru groups.io`,
	'anywhere, relays of private addresses': `privaterelay.appleid.com mozmail.com relay.firefox.com duck.com
		simplelogin.com simplelogin.io simplelogin.co slmail.me aleeas.com passmail.net passinbox.com addy.io
		anonaddy.com anonaddy.me users.noreply.github.com noreply.github.com reply.github.com
		users.noreply.gitlab.com users.sourceforge.net marketplace.amazon.com members.ebay.com guest.booking.com
		guest.airbnb.com reply.craigslist.org sale.craigslist.org txt.voice.google.com reply.facebook.com`,
	'anywhere, thrown away after use': `mailinator.com guerrillamail.com sharklasers.com 10minutemail.com yopmail.com
		trashmail.com temp-mail.org temp-mail.io tempmail.com tempmail.dev burnermail.io spamgourmet.com getnada.com
		maildrop.cc dispostable.com throwawaymail.com mohmal.com emailondeck.com discard.email`,
	'United States': `comcast.net verizon.net att.net sbcglobal.net bellsouth.net pacbell.net swbell.net ameritech.net
		prodigy.net snet.net nvbell.net flash.net charter.net spectrum.net roadrunner.com rr.com twc.com brighthouse.com
		cox.net optonline.net optimum.net suddenlink.net centurylink.net centurytel.net embarqmail.com q.com qwest.net
		windstream.net frontiernet.net earthlink.net mindspring.com juno.com netzero.net netzero.com tds.net hughes.net
		mediacombb.net cableone.net wowway.com rcn.com atlanticbb.net bresnan.net knology.net insightbb.com peoplepc.com`,
	Canada: `sympatico.ca nb.sympatico.ca bell.net rogers.com shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca
		teksavvy.com ns.sympatico.ca sasktel.net mts.net`,
	'United Kingdom and Ireland': `btinternet.com btopenworld.com talktalk.net talk21.com tiscali.co.uk plusnet.com
		virginmedia.com virgin.net ntlworld.com blueyonder.co.uk tesco.net lineone.net fsmail.net freeserve.co.uk
		o2.co.uk eircom.net`,
	France: `orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net numericable.fr bbox.fr club-internet.fr
		aliceadsl.fr 9online.fr dartybox.com cegetel.net voila.fr noos.fr`,
	Germany: `gmx.de gmx.net web.de t-online.de freenet.de arcor.de online.de email.de posteo.de mailbox.org
		kabelmail.de unitybox.de magenta.de ewe.net ewetel.net netcologne.de versanet.de osnanet.de htp-tel.de o2online.de
		alice-dsl.net alice.de`,
	'Austria and Switzerland': `gmx.at aon.at chello.at a1.net kabsi.at inode.at liwest.at gmx.ch bluewin.ch bluemail.ch
		hispeed.ch sunrise.ch swissonline.ch quickline.ch freesurf.ch vtxnet.ch netplus.ch`,
	'The Netherlands, Belgium and Luxembourg': `ziggo.nl planet.nl hetnet.nl kpnmail.nl kpnplanet.nl xs4all.nl home.nl
		chello.nl casema.nl telfort.nl quicknet.nl upcmail.nl zeelandnet.nl solcon.nl caiway.nl vodafonethuis.nl zonnet.nl
		wxs.nl skynet.be proximus.be telenet.be scarlet.be voo.be pandora.be pt.lu`,
	'Italy, Spain and Portugal': `libero.it virgilio.it tin.it alice.it tim.it tiscali.it fastwebnet.it inwind.it iol.it
		email.it poste.it telefonica.net terra.es ono.com movistar.es wanadoo.es euskaltel.net sapo.pt netcabo.pt clix.pt
		mail.telepac.pt`,
	'The North': `telia.com comhem.se bredband.net spray.se online.no getmail.no tdcadsl.dk mail.dk stofanet.dk youmail.dk
		kolumbus.fi elisanet.fi suomi24.fi luukku.com pp.inet.fi simnet.is`,
	'The East': `wp.pl o2.pl onet.pl onet.eu interia.pl op.pl gazeta.pl poczta.fm vp.pl tlen.pl poczta.onet.pl seznam.cz
		centrum.cz volny.cz email.cz post.cz atlas.cz azet.sk zoznam.sk freemail.hu citromail.hu t-online.hu upcmail.hu
		abv.bg mail.bg otenet.gr forthnet.gr hol.gr bk.ru list.ru inbox.ru internet.ru yandex.ru ya.ru rambler.ru ukr.net
		i.ua meta.ua tut.by yandex.by yandex.kz yandex.ua inbox.lv one.lt mail.ee`,
	'The Middle East and Africa': `walla.co.il walla.com bezeqint.net netvision.net.il 012.net.il zahav.net.il mweb.co.za
		telkomsa.net vodamail.co.za webmail.co.za iafrica.com emirates.net.ae maktoob.com`,
	'East and South Asia': `qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com
		139.com 189.cn 21cn.com tom.com naver.com daum.net hanmail.net nate.com kakao.com docomo.ne.jp ezweb.ne.jp au.com
		softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp rediffmail.com sify.com
		singnet.com.sg starhub.net.sg netvigator.com hkbn.net pchome.com.tw hinet.net seed.net.tw vnn.vn`,
	'Australia and New Zealand': `bigpond.com bigpond.net.au optusnet.com.au iinet.net.au tpg.com.au internode.on.net
		westnet.com.au dodo.com.au adam.com.au ozemail.com.au xtra.co.nz slingshot.co.nz orcon.net.nz`,
	'Latin America': `uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br r7.com
		prodigy.net.mx fibertel.com.ar speedy.com.ar arnet.com.ar vtr.net une.net.co etb.net.co`,
};

let domains: ReadonlySet<string> | undefined;

/** The domains, lower case. */
export function consumerMailDomains(): ReadonlySet<string> {
	domains ??= new Set(Object.values(BY_COUNTRY).flatMap((list) => list.split(/\s+/)));
	return domains;
}

/**
 * Names of webmail services in all their countries' domains (yahoo.co.in, hotmail.fr, live.nl), and words that a
 * mail service has in its name and hardly a company.
 */
export const CONSUMER_MAIL_NAME =
	/^(?:yahoo|ymail|hotmail|live|outlook|msn|windowslive|gmx|aol|icloud|yandex|protonmail|zoho)\.|mail|inbox|spam|trash/;
