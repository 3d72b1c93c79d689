import { alteredQuotation } from './alteredQuotation';
import { anonymousSource } from './anonymousSource';
import { futureDate } from './futureDate';
import { longQuotation } from './longQuotation';
import { missingClosingMark } from './missingClosingMark';
import { nameSpeltTwoWays } from './nameSpeltTwoWays';
import { repeatedCue } from './repeatedCue';
import { roleAgainstRegister } from './roleAgainstRegister';
import type { Rule } from './rule';
import { secondhandSource } from './secondhandSource';
import { speakerNotIntroduced } from './speakerNotIntroduced';
import { unbalancedShare } from './unbalancedShare';
import { withoutSpeaker } from './withoutSpeaker';

/** All house rules. A new one is one file and one line here; a team opts into each in `verbatim.yaml`. */
export const rules: readonly Rule[] = [
  withoutSpeaker,
  speakerNotIntroduced,
  secondhandSource,
  anonymousSource,
  missingClosingMark,
  alteredQuotation,
  repeatedCue,
  longQuotation,
  unbalancedShare,
  futureDate,
  roleAgainstRegister,
  nameSpeltTwoWays,
];
