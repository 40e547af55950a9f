import { core, entries } from './examples.ts';
import type { Calibration } from './calibrate.ts';
import { GATE_SHIFT, type Trained } from './models.ts';

/** The trained models as the file that ships. */
export function packTrained(trained: Trained, calibration: Calibration): Uint8Array {
	const words = quantise([trained.ticket.words, trained.general.words, trained.gate.words]);
	const grams = quantise([trained.ticket.grams, trained.general.grams]);
	return core.packWeights({
		entries,
		words: words.values,
		grams: grams.values,
		wordScale: words.scales,
		gramScale: grams.scales,
		dense: Float64Array.from([
			...trained.ticket.dense,
			...trained.general.dense,
			...trained.gate.dense,
		]),
		bias: Float64Array.of(
			trained.ticket.bias,
			trained.general.bias,
			trained.gate.bias + GATE_SHIFT,
		),
		...calibration,
	});
}

/** Int8 with one scale; the few largest weights are clipped so that the others keep their detail. */
function quantise(tables: Float64Array[]): { values: Int8Array; scales: Float64Array } {
	const count = tables.length;
	const size = tables[0]?.length ?? 0;
	const values = new Int8Array(size * count);
	const scales = new Float64Array(count);
	tables.forEach((table, model) => {
		const sizes = Array.from(table, Math.abs)
			.filter((value) => value > 0)
			.sort((a, b) => a - b);
		const scale = Math.fround((sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127);
		scales[model] = scale;
		table.forEach((weight, slot) => {
			const whole = Math.round(weight / scale);
			values[slot * count + model] = Math.max(-127, Math.min(127, whole));
		});
	});
	return { values, scales };
}
