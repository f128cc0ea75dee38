/** Words of what is pressed in a chart or a table, and of what stands under the choice. */
import type { Text } from '../index.ts';

export const PRESS = {
	only: { id: 'Hanya {name}', en: 'Only {name}' },
	open: { id: 'Buka {name}', en: 'Open {name}' },
	nation: { id: 'Seluruh Indonesia', en: 'All of Indonesia' },
	release: { id: 'Lepas pilihan {name}', en: 'Let go of {name}' },
	areasTitle: { id: '{name}, menurut daerah, {cycle}', en: '{name}, by area, {cycle}' },
	areasKnown: { id: '{area}: {reported} orang dilaporkan dan {proven} terbukti; {name}, {cycle}', en: '{area}: {reported} {reported|person|persons} reported and {proven} proven; {name}, {cycle}' },
	areasSub: { id: 'Pilihan pada bagan di bawah: {what}. Orang, menurut daerah tempat kejadian. Rincian daerah lain yang kecil disembunyikan.', en: 'Chosen in a chart below: {what}. Persons, by area of the act. Small details of other areas are hidden.' },
	cyclesTitle: { id: '{name}: {area} dari siklus ke siklus', en: '{name}: {area} from cycle to cycle' },
	cyclesSub: { id: 'Orang dilaporkan dan terbukti. Pemilu dan Pilkada tidak setara; bandingkan dengan jenis yang sama.', en: 'Persons reported and proven. Pemilu and Pilkada are not like for like; compare with the same kind.' },
	most: { id: 'Bagan menggambar {n} dari {all} daerah, yang terbanyak dulu; tabel memuat semuanya.', en: 'The chart draws {n} of {all} areas, those with most first; the table has all.' }
} as const satisfies Record<string, Text>;
