/** The second part of `npm run train`: learns what words say of a ticket's topic; writes `nodes/core/topic/topicWeights.ts`. */
import { writeFileSync } from 'node:fs';
import { learnTopics } from './learnTopics.ts';
import { toTopicExample, topicCore } from './topicExamples.ts';
import { FOLDS } from './examples.ts';
import { foldOf, hardTickets, isKeptAside, ownTickets } from './rows.ts';

const OUTPUT = new URL('../../nodes/core/topic/topicWeights.ts', import.meta.url);

const tickets = ownTickets().filter((row) => !isKeptAside(row));
const examples = [...tickets, ...hardTickets()].flatMap((row, index) => {
	const example = toTopicExample(row);
	return example === undefined
		? []
		: [{ ...example, isHard: index >= tickets.length, fold: foldOf(row, FOLDS) }];
});

let right = 0;
let held = 0;
for (let fold = 0; fold < FOLDS; fold++) {
	const learned = learnTopics(
		examples.filter((example) => example.fold !== fold),
		topicCore.TOPIC_SLOTS,
	);
	const model = topicCore.unpackTopicModel(learned);
	for (const { fold: own, isHard, words, votes, accepted } of examples) {
		if (own !== fold || isHard) continue;
		held++;
		if (accepted.includes(topicCore.likeliestTopic(model, words, votes))) right++;
	}
}
const trained = learnTopics(examples, topicCore.TOPIC_SLOTS);
writeFileSync(
	OUTPUT,
	`/** Written by "npm run train"; see topicModel.ts. */\n// prettier-ignore\nexport const TOPIC_WEIGHTS = ${JSON.stringify(trained)};\n`,
);
console.log(JSON.stringify({ examples: examples.length, held, crossValidated: right / held }));
