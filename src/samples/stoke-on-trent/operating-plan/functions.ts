// The Operating Plan's eight enabling functions, A to H, as one set of rows.
import { functionsAToD } from './functions-a-to-d.ts';
import { functionsEToH } from './functions-e-to-h.ts';
import { joined } from './section-lines.ts';

export const operatingPlanFunctions = joined([...functionsAToD, ...functionsEToH]);
