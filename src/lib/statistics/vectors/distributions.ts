import { z } from 'zod';
import * as dist from '../dist.ts';
import { binomialPmf, poissonPmf } from '../mass.ts';
import { type Adapters, adapt, num } from './adapter.ts';

const p = z.object({ p: num });
const x = z.object({ x: num });
const poisson = z.object({ k: num, lambda: num });
const binomial = z.object({ k: num, n: num, p: num });

export const distributions: Adapters = {
	normal_quantile: adapt(p, (i) => dist.normalQuantile(i.p)),
	normal_cdf: adapt(x, (i) => dist.normalCdf(i.x)),
	chisquare_quantile: adapt(p.extend({ df: num }), (i) => dist.chiSquareQuantile(i.p, i.df)),
	chisquare_sf: adapt(x.extend({ df: num }), (i) => dist.chiSquareSurvival(i.x, i.df)),
	beta_quantile: adapt(p.extend({ a: num, b: num }), (i) => dist.betaQuantile(i.p, i.a, i.b)),
	gamma_quantile: adapt(p.extend({ shape: num, rate: num }), (i) => dist.gammaQuantile(i.p, i.shape, i.rate)),
	poisson_cdf: adapt(poisson, (i) => dist.poissonCdf(i.k, i.lambda)),
	poisson_sf: adapt(poisson, (i) => dist.poissonSurvival(i.k, i.lambda)),
	poisson_pmf: adapt(poisson, (i) => poissonPmf(i.k, i.lambda)),
	poisson_quantile: adapt(p.extend({ lambda: num }), (i) => dist.poissonQuantile(i.p, i.lambda)),
	binomial_cdf: adapt(binomial, (i) => dist.binomialCdf(i.k, i.n, i.p)),
	binomial_sf: adapt(binomial, (i) => dist.binomialSurvival(i.k, i.n, i.p)),
	binomial_pmf: adapt(binomial, (i) => binomialPmf(i.k, i.n, i.p)),
	t_quantile: adapt(p.extend({ df: num }), (i) => dist.tQuantile(i.p, i.df)),
	log_gamma: adapt(x, (i) => dist.logGamma(i.x))
};
