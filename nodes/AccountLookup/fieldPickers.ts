import {
	NodeOperationError,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
} from 'n8n-workflow';
import { startDeadline } from '../shared/deadline';
import { CrmError } from './crmError';
import { missingCredential, readCredential } from './crmParameters';
import { connectHubSpot } from './hubspot/connect';
import { objects } from './hubspot/objects';
import { connectSalesforce, type SalesforceDescribe } from './salesforce/client';
import { sessionsOf } from './salesforce/session';

/** Nobody waits longer for a list to open. */
const PICKER_TIMEOUT_MS = 20_000;

/** A field of the CRM, whichever it is. */
interface CrmField {
	name: string;
	label: string;
	/** Salesforce's or HubSpot's own name of the type. */
	type: string;
	/** Whether the field names a user. */
	isUser: boolean;
	/** Whether the CRM can search it; long text areas it can't. */
	isSearchable: boolean;
}

const NUMBERS = ['currency', 'double', 'int', 'percent', 'number'];
const DATES = ['date', 'datetime'];
/** Of few values, which rules can ask for. */
const CHOICES = ['picklist', 'multipicklist', 'combobox', 'enumeration', 'boolean', 'bool'];
const TEXTS = ['string', 'email', 'textarea', 'picklist', 'url', 'enumeration'];

/** Fields that can hold an amount or a score; text counts, since formulas often give text. */
export async function getNumberFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	return await pick(this, ({ type }) => [...NUMBERS, 'string'].includes(type), NUMBERS);
}

/** Fields of opportunities or deals that can hold an amount. */
export async function getDealNumberFields(
	this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
	const isNumber = ({ type }: CrmField) => NUMBERS.includes(type);
	return await pick(this, isNumber, NUMBERS, 'deal');
}

export async function getDateFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await pick(this, ({ type }) => [...DATES, 'string'].includes(type), DATES);
}

/** Fields that hold text. One picker of them is for domains, which are searched, so all can be. */
export async function getTextFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await pick(
		this,
		({ type, isUser, isSearchable }) => TEXTS.includes(type) && !isUser && isSearchable,
		[],
	);
}

/** Fields of a value that can be told in a few words. */
export async function getPlainFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const plain = [...CHOICES, ...TEXTS, ...NUMBERS, ...DATES];
	return await pick(this, ({ type, isUser }) => plain.includes(type) && !isUser, CHOICES);
}

export async function getUserFields(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await pick(this, ({ isUser }) => isUser, []);
}

/** Record types of opportunities, or pipelines of deals. */
export async function getDealGroups(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return await showAdvice(this, async () => await readDealGroups(this));
}

async function readDealGroups(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const credential = readCredential(context);
	const deadline = startDeadline(PICKER_TIMEOUT_MS);
	if (credential.crm === 'salesforce') {
		const client = await connectSalesforce(sessionsOf(context, credential.type), deadline);
		const { recordTypeInfos = [] } = await client.describe('Opportunity');
		return recordTypeInfos
			.filter(({ active, master }) => active !== false && master !== true)
			.flatMap(({ recordTypeId, name }) =>
				recordTypeId ? [{ name: name ?? recordTypeId, value: recordTypeId }] : [],
			);
	}
	const client = connectHubSpot(context, credential.type, deadline);
	const pipelines = objects(await client.get('/crm/v3/pipelines/deals'));
	return pipelines.map(({ id, label }) => ({ name: String(label ?? id), value: String(id) }));
}

/** n8n shows only the message of an error in a picker, so that the advice has to be part of it. */
async function showAdvice<T>(context: ILoadOptionsFunctions, load: () => Promise<T>): Promise<T> {
	return await load().catch((cause: unknown) => {
		if (cause instanceof CrmError) throw inOneMessage(context, cause);
		// n8n itself could not give the credential out: mostly because there is none yet.
		const missing = missingCredential(context, readCredential(context));
		throw missing ? inOneMessage(context, missing) : cause;
	});
}

function inOneMessage(context: ILoadOptionsFunctions, cause: CrmError): NodeOperationError {
	const error = new NodeOperationError(context.getNode(), cause);
	// Set afterwards, since n8n puts general words in the place of a message with a code like ENOTFOUND in it.
	error.message = `${cause.message}. ${cause.description}`;
	return error;
}

/** @param first types to list before the others */
async function pick(
	context: ILoadOptionsFunctions,
	isFitting: (field: CrmField) => boolean,
	first: string[],
	of: 'account' | 'deal' = 'account',
): Promise<INodePropertyOptions[]> {
	const all = await showAdvice(context, async () => await readFields(context, of));
	const fields = all.filter(isFitting);
	const rank = ({ type }: CrmField) => (first.includes(type) ? 0 : 1);
	fields.sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label));
	return fields.map(({ name, label, type }) => ({
		name: label,
		value: name,
		description: `${name} (${type})`,
	}));
}

async function readFields(
	context: ILoadOptionsFunctions,
	of: 'account' | 'deal',
): Promise<CrmField[]> {
	const credential = readCredential(context);
	const deadline = startDeadline(PICKER_TIMEOUT_MS);
	if (credential.crm === 'salesforce') {
		const client = await connectSalesforce(sessionsOf(context, credential.type), deadline);
		return salesforceFields(await client.describe(of === 'deal' ? 'Opportunity' : 'Account'));
	}
	const client = connectHubSpot(context, credential.type, deadline);
	const object = of === 'deal' ? 'deals' : 'companies';
	return objects(await client.get(`/crm/v3/properties/${object}`))
		.filter(({ hidden }) => hidden !== true)
		.map((property) => ({
			name: String(property.name),
			label: String(property.label ?? property.name),
			type: String(property.type),
			isUser: property.referencedObjectType === 'OWNER',
			isSearchable: true,
		}));
}

function salesforceFields({ fields }: SalesforceDescribe): CrmField[] {
	return fields.map(({ name, label, type, referenceTo, filterable }) => ({
		name,
		label,
		type,
		isUser: type === 'reference' && (referenceTo ?? []).includes('User'),
		isSearchable: filterable !== false,
	}));
}
