/** What is said of a text that reads differently from what is stored. */
export const DECEPTIVE = {
	what: { id: 'berisi tanda arah tulisan atau huruf yang menyerupai huruf lain; barisnya dikarantina', en: 'holds marks of writing direction or letters that look like other letters; its row is quarantined' },
	remedy: { id: 'Ketik ulang isi sel itu', en: 'Type the cell again' }
};
