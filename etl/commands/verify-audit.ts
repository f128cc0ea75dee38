/** `etl verify-audit`: is the audit trail whole? */
import { openHome } from '../home.ts';
import { Ops } from '../ops.ts';
import { EXIT } from './exit.ts';

/** Says how many rows fit together and the last seal, or which row does not fit (exit 70). */
export function runVerifyAudit({ head, format }: { head?: string; format: string }): number {
	const ops = new Ops(openHome());
	try {
		const found = ops.verifyAudit(head ?? null);
		const whole = found.broken === null && found.reached !== false;
		if (format === 'json') console.log(JSON.stringify({ whole, ...found }));
		else if (found.broken?.reason === 'changed') console.log(`Baris ${found.broken.id} jejak audit diubah sesudah ditulis; ${found.rows} baris sebelumnya utuh.`);
		else if (found.broken) console.log(`Ada baris yang dicabut sebelum baris ${found.broken.id} jejak audit; ${found.rows} baris sebelumnya utuh.`);
		else if (!whole) console.log(`Segel ${head} tidak ada lagi: ada baris yang dicabut dari ujung jejak audit, atau seluruhnya ditulis ulang.`);
		else console.log(`Jejak audit utuh: ${found.rows} baris. Segel terakhir ${found.head || '(kosong)'}; catat di tempat lain untuk --head.`);
		return whole ? EXIT.ok : EXIT.software;
	} finally {
		ops.close();
	}
}
