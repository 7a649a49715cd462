import { fillSynthetic } from '@/bench/synthetic';
const t = Date.now();
await fillSynthetic(process.env.DATABASE_URL ?? '', { projects: Number(process.argv[2]), reports: Number(process.argv[3]) });
console.log(Date.now() - t, 'ms');
