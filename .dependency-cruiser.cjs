/** The arrows of the house (docs/architecture.md): routes → lib/server → lib/{metrics,statistics,filters}. */
module.exports = {
	forbidden: [
		{ name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'etl-knows-no-routes', severity: 'error', from: { path: '^etl/' }, to: { path: '^src/routes/' } },
		{ name: 'statistics-and-metrics-stand-alone', severity: 'error', from: { path: '^src/lib/(statistics|metrics)/' }, to: { path: '^(src|etl)/', pathNot: '^src/lib/(statistics|metrics)/' } },
		{ name: 'statistics-do-not-know-metrics', severity: 'error', from: { path: '^src/lib/statistics/' }, to: { path: '^src/lib/metrics/' } },
		{ name: 'no-server-code-in-charts-and-ui', severity: 'error', from: { path: '^src/(lib/(charts|ui|filters|i18n)|client)/' }, to: { path: '^(src/lib/server|etl)/' } },
		{ name: 'lib-knows-no-routes', severity: 'error', from: { path: '^src/lib/' }, to: { path: '^src/routes/' } },
		{ name: 'cephes-in-one-place', severity: 'error', from: { path: '^(src|etl)/', pathNot: '^src/lib/statistics/dist' }, to: { path: 'node_modules/cephes' } }
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '(\\.test\\.ts$|\\$types)' },
		tsPreCompilationDeps: false,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] }
	}
};
