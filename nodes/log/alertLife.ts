import type { AlertLog } from './alertLog';
import { readAnswerTarget } from './answerTargets';
import { forgetResponseAddress, saveResponseAddress } from './answerTokens';
import type { Database } from './database';
import { openAlerts, topicAccounts } from './openAlerts';
import { closeAllQuiet } from './quiet';
import { closeSolved } from './solved';

/** The part of the log behind the life of an alert, on a database whose schema is there. */
export function alertLifeOf(database: Database): AlertLog {
	const { query } = database;
	const announced = (closed: number) => {
		if (closed > 0) database.announce('outbox');
		return closed;
	};
	return {
		openAlerts: async (accountIds) => await openAlerts(query, accountIds),
		topicAccounts: async (topics, since, minimumScore) =>
			await topicAccounts(query, topics, since, minimumScore),
		readAnswerTarget: async (token, now) => await readAnswerTarget(query, token, now),
		answer: async (given, now) => {
			// Attaching needs the lists of shared domains: they are loaded with the first answer, not when n8n starts.
			const { answer } = await import('./answers');
			const { outcome, isRunning } = await database.transaction(
				async (inside) => await answer(inside, given, now),
			);
			if (outcome.result === 'applied') database.announce('outbox');
			if (isRunning) database.announce('inbox');
			return outcome;
		},
		saveResponseAddress: async (source, address, now) =>
			await saveResponseAddress(query, source, address, now),
		forgetResponseAddress: async (source) => await forgetResponseAddress(query, source),
		closeSolved: async (now) => announced(await closeSolved(database, now)),
		closeQuiet: async (now) => announced(await closeAllQuiet(database, now)),
	};
}
