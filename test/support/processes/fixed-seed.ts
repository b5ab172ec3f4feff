import fc from 'fast-check';

// Every run tries the same inputs, so that a change is judged by what it changed. SEED tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 2026) });
