import type { AccountFacts, ResponseAction } from '../item/types';
import { shown } from '../text/shown';
import { shownAddress } from '../text/shownAddress';
import { formatMoney } from '../values/wording';
import { ACTION_WORDS, answerName, MOST_SNOOZE_DAYS, SNOOZE_DAYS } from './actionWords';
import { actionsFor, attachableDomain, choosable, type Answerable } from './answerable';
import { FIELDS, KNOWN_ACCOUNT, OTHER_ACCOUNT, type Typed } from './answerForm';
import { facts } from './facts';
import { markup, type Html } from './markup';
import { page, paragraph, PROBLEM_ID, problemNote, type ResponsePage } from './pageFrame';
import { shownTime } from './shownTime';
import { doneBefore } from './standingLines';

/** A link, and what it opens. */
export interface Link {
	target: Answerable;
	token: string;
	/** IANA name of the zone whose clocks people read. */
	timeZone: string;
}

/** What a page for an answer is made from. */
export interface Asking extends Link {
	action: ResponseAction;
	/** Why what was sent could not be taken, and what that was. */
	problem?: string;
	typed?: Typed;
}

/** The page a link opens: what it is about, how that stands, and a form. Showing it changes nothing. */
export function askPage(asking: Asking): ResponsePage {
	const { target, action, timeZone, problem } = asking;
	const before = target.standing && doneBefore(action, target.standing, timeZone);
	const { question, effect } = ACTION_WORDS[action];
	return page(problem === undefined ? 200 : 400, before === undefined ? question : 'Already done', [
		problemNote(problem),
		testNote(target),
		paragraph(before ?? effect),
		facts(target, timeZone),
		answerForm(asking, before === undefined),
		linkNote(target, timeZone),
	]);
}

/** The answers that are left; nothing where there are none. */
export function furtherAnswers({ target, token }: Link, except?: ResponseAction): Html {
	const others = actionsFor(target).filter((other) => other !== except);
	if (others.length === 0) return markup``;
	return markup`<form method="post" action="?">
		${hidden(FIELDS.token, token)} ${otherButtons(others, 'Anything else?')}
	</form>`;
}

function answerForm(asking: Asking, isAskedFor: boolean): Html {
	const { target, action, token } = asking;
	const others = actionsFor(target).filter((other) => other !== action);
	// The action of the form is its own address, without what the link carried.
	return markup`<form method="post" action="?">
		${hidden(FIELDS.token, token)}
		${
			isAskedFor &&
			markup`${hidden(FIELDS.action, action)}${fieldsOf(asking)}
			<p>
				<button class="main" type="submit" name="${FIELDS.action}" value="${action}">
					${ACTION_WORDS[action].button}
				</button>
			</p>`
		}
		${otherButtons(others, 'Or answer something else')}
	</form>`;
}

function hidden(name: string, value: string): Html {
	return markup`<input type="hidden" name="${name}" value="${value}" />`;
}

/** The other answers never need what the fields of this one ask for. */
function otherButtons(actions: readonly ResponseAction[], title: string): Html {
	const buttons = actions.map(
		(action) =>
			markup`<button type="submit" name="${FIELDS.action}" value="${action}" formnovalidate>
				${answerName(action)}
			</button>`,
	);
	return markup`<h2 id="others">${title}</h2>
		<div class="others" role="group" aria-labelledby="others">${buttons}</div>`;
}

function fieldsOf({ action, target, typed }: Asking): Html | undefined {
	if (action === 'snooze') return snoozeField(typed);
	return action === 'attach' ? attachFields(target, typed) : undefined;
}

function snoozeField(typed: Typed | undefined): Html {
	return markup`<div class="field">
		<label for="days">Days</label>
		<input
			class="short"
			id="days"
			name="${FIELDS.days}"
			type="number"
			inputmode="numeric"
			min="1"
			max="${MOST_SNOOZE_DAYS}"
			step="1"
			required
			value="${typed?.days ?? SNOOZE_DAYS}"
			${typed && markup`aria-invalid="true" aria-describedby="${PROBLEM_ID}"`}
		/>
	</div>`;
}

function attachFields(target: Answerable, typed: Typed | undefined): Html {
	const candidates = choosable(target);
	const radio = (value: string, title: string, more?: string) =>
		markup`<label class="choice">
			<input type="radio" name="${FIELDS.account}" value="${value}" ${checkedIf(typed?.account === value)} />
			<span>${title} ${more && markup`<small>${more}</small>`}</span>
		</label>`;
	const choices =
		candidates.length > 0 &&
		markup`<fieldset>
			<legend>Account</legend>
			${candidates.map((candidate) =>
				radio(`${KNOWN_ACCOUNT}${candidate.id}`, nameOf(candidate), moreOf(candidate)),
			)}${radio(OTHER_ACCOUNT, 'Another Account', 'Enter its ID below')}
		</fieldset>`;
	return markup`${choices}
		<div class="field">
			<label for="accountId">Account ID</label>
			<input
				id="accountId"
				name="${FIELDS.accountId}"
				autocomplete="off"
				maxlength="200"
				aria-describedby="accountIdHelp${typed && ` ${PROBLEM_ID}`}"
				${typed && markup`aria-invalid="true"`}
				value="${typed?.accountId}"
				${candidates.length === 0 && markup`required`}
			/>
			<small id="accountIdHelp">As your CRM or accounts table has it</small>
		</div>
		<div class="field">
			<label for="accountName">Account Name (Optional)</label>
			<input
				id="accountName"
				name="${FIELDS.accountName}"
				autocomplete="off"
				maxlength="200"
				value="${typed?.accountName}"
			/>
		</div>
		${rememberedFields(target, typed)}`;
}

function checkedIf(isChecked = false): Html | false {
	return isChecked && markup`checked`;
}

function nameOf({ name, id }: AccountFacts): string {
	return shown(name) ?? shown(id) ?? 'Unnamed account';
}

/** What tells accounts of one name apart. */
function moreOf({ id, name, mrr, currency, owner }: AccountFacts): string | undefined {
	const parts = [
		shown(name) === undefined ? undefined : shown(id),
		mrr === undefined ? undefined : `${formatMoney(mrr, shown(currency, 10))} per month`,
		shown(owner?.name ?? owner?.email, 80),
	].filter((part) => part !== undefined);
	return parts.length === 0 ? undefined : parts.join(' · ');
}

/** What is remembered for the messages to come. */
function rememberedFields(target: Answerable, typed: Typed | undefined): Html {
	const address = shownAddress(target.requesterEmail);
	if (address === undefined) return markup``;
	const domain = attachableDomain(target);
	const choice =
		domain &&
		markup`<label class="choice">
			<input type="checkbox" name="${FIELDS.wholeDomain}" value="yes" ${checkedIf(typed?.wholeDomain)} />
			<span>All of ${domain} <small>Every address of this domain belongs to the account</small></span>
		</label>`;
	return markup`${choice}
		<p class="muted">From now on, messages of ${address} belong to the account you choose.</p>`;
}

export function testNote({ isTest }: Answerable): Html {
	return paragraph(isTest ? 'This is a test: no customer is waiting.' : undefined, 'note');
}

/** Whose link it is and for how long, since whoever has it can answer. */
function linkNote({ person, expiresAt }: Answerable, timeZone: string): Html {
	const until = shownTime(expiresAt, timeZone);
	const whose = shown(person, 80);
	const made = whose === undefined ? 'This link works' : `This link is for ${whose} and works`;
	return paragraph(
		`${made}${until === undefined ? '' : ` until ${until}`}. Whoever has it can answer, so pass it on with care.`,
		'muted',
	);
}
