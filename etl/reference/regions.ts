/** Areas by code and by name. */
export { allRegions, regionByCode, regionPath, type Region } from './areas.ts';
export { resolveRegion, type Resolved } from './region_names.ts';
