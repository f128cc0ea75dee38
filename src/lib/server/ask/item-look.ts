/** What to look at in a question of a quiz, first what weighs most. */

/** `all_right` and `none_right` separate nobody; `key`: whoever does well elsewhere does worse here; `share_fine`: fine as far as the share of right answers tells. */
export type Look = 'all_right' | 'none_right' | 'key' | 'weak' | 'hard' | 'easy' | 'share_fine' | 'fine';

export const needsLook = (look: Look): boolean => look !== 'fine' && look !== 'share_fine';

/** Under this item-rest correlation a question hardly separates (methods 2.13). */
const ACCEPTABLE = 0.2;
const HARD_BELOW = 0.3;
const EASY_ABOVE = 0.95;

/** `itemRest` null where it is not known, from too few answers or hidden: then only the share of right answers speaks. */
export function lookAt(right: number, persons: number, itemRest: number | null): Look {
	if (right === persons) return 'all_right';
	if (right === 0) return 'none_right';
	if (itemRest !== null && itemRest < 0) return 'key';
	if (itemRest !== null && itemRest < ACCEPTABLE) return 'weak';
	if (right / persons < HARD_BELOW) return 'hard';
	if (right / persons > EASY_ABOVE) return 'easy';
	return itemRest === null ? 'share_fine' : 'fine';
}
