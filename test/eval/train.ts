import { writeFileSync } from 'node:fs';
import { calibrate } from './calibrate.ts';
import { FOLDS, trainingExamples, type Labelled } from './examples.ts';
import { areaUnderCurve, ratesAt } from './measures.ts';
import { decide, trainAll } from './models.ts';
import { packTrained } from './packTrained.ts';

const OUTPUT = new URL('../../nodes/core/score/frustration/weights.ts', import.meta.url);
const started = performance.now();

const examples = trainingExamples();
const held: Labelled[] = [];
const values: number[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
	const trained = trainAll(examples.filter((example) => example.fold !== fold));
	for (const example of examples) {
		if (example.fold !== fold || example.set !== 'tickets' || example.isHard) continue;
		held.push(example);
		values.push(decide(trained, example));
	}
}
const calibration = calibrate(
	values,
	held.map(({ row }) => row),
);
const labels = held.map(({ label }) => label);
const rates = ratesAt(values, labels, calibration.threshold);
const trained = trainAll(examples);
const bytes = packTrained(trained, calibration);
const base64 = Buffer.from(bytes).toString('base64');
writeFileSync(
	OUTPUT,
	`/** Written by "npm run train"; format in format.ts, sources in ATTRIBUTION.md. */\n// prettier-ignore\nexport const MODEL_WEIGHTS = '${base64}';\n`,
);
console.log(
	JSON.stringify({
		examples: examples.length,
		bytes: bytes.length,
		...calibration,
		crossValidated: { tickets: held.length, auc: areaUnderCurve(values, labels), ...rates },
		seconds: Math.round((performance.now() - started) / 1000),
	}),
);
