/** Names of datasets and states of submissions on the page. */
import { DATASET_NAMES } from '../../i18n/messages/datasets.ts';
import { DATA as M } from '../../i18n/messages/data.ts';
import type { Plain } from '../warehouse/warehouse.ts';
import { text } from './cards.ts';
import type { PageContext } from './context.ts';

const STATES = { accepted: M.stateAccepted, held: M.stateHeld, refused: M.stateRefused, nil: M.stateNil } as const;

export const datasetName = (dataset: string, context: PageContext): string => (Object.hasOwn(DATASET_NAMES, dataset) ? DATASET_NAMES[dataset as keyof typeof DATASET_NAMES][context.lang] : dataset);

/** Empty for a state that has no word. */
export const stateName = (state: Plain, context: PageContext): string => (state === 'accepted' || state === 'held' || state === 'refused' || state === 'nil' ? text(STATES[state], context) : '');
