import { articleNames } from '../../../core/analysis/entities/articleNames';
import { loadRecognizer } from '../../../core/analysis/ner/modelFile';
import { createArticle } from '../../../core/text/article';
import { splitSentences } from '../../../core/text/sentences';
import { tokenize } from '../../../core/text/tokens';
import { runSteps } from '../../../core/util/steps';

/** The entity stage by itself: text, tokens, model, article pass. Gives the number of names. */
export type EntityStage = (text: string) => number;

export function createEntityStage(model: Uint8Array): EntityStage {
  const loaded = loadRecognizer(model);
  if ('problem' in loaded) throw new Error(`fr.model: ${loaded.problem.code}`);
  const { recognizer } = loaded;
  return (text) => {
    const article = createArticle(text);
    const blocks = article.blocks.map((block) => {
      const tokens = tokenize(block.text);
      return { block, tokens, sentences: splitSentences(tokens) };
    });
    const names = blocks.map((block) => recognizer.recognize(block));
    return runSteps(articleNames({ article, blocks, names, times: [] }, {}, recognizer.rescoring)).length;
  };
}
