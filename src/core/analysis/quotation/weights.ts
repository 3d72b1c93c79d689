import { readModel } from './model';
import { thresholds } from './thresholds';
import trained from './weights.json';

/** The model that ships; made by `src/tools/train/quotation`. */
export const quotationModel = readModel(trained, thresholds);
