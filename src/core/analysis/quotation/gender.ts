export type Gender = 'feminine' | 'masculine';
