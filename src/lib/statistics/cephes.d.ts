// cephes ships types, but its package.json "exports" hides them. Only what dist.ts uses is declared here.
declare module 'cephes' {
	type Cephes = {
		readonly compiled: Promise<void>;
		ndtr(x: number): number;
		ndtri(p: number): number;
		igam(a: number, x: number): number;
		igamc(a: number, x: number): number;
		igami(a: number, upperTail: number): number;
		incbet(a: number, b: number, x: number): number;
		incbi(a: number, b: number, p: number): number;
		bdtr(k: number, n: number, p: number): number;
		bdtrc(k: number, n: number, p: number): number;
		stdtri(df: number, p: number): number;
		lgam(x: number): number;
	};
	const cephes: Cephes;
	export default cephes;
}
