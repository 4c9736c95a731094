import { departuresFrom } from '../checks/houseStyle/houseStyle.js';
import { type HouseStyle, type StyleRule, ruleText } from '../checks/houseStyle/styleRule.js';
import { runToCompletion } from '../prose/cooperativeTask.js';
import { readProse } from '../prose/prose.js';

/** The results of a house style's examples. */
export interface StyleTest {
  readonly examples: number;
  /** The rules that lack one of their two examples. */
  readonly incomplete: readonly StyleRule[];
  readonly failures: readonly StyleFailure[];
}

/** An example with an unexpected result. */
export interface StyleFailure {
  readonly rule: StyleRule;
  /** In one plain sentence. */
  readonly message: string;
}

/** Runs the examples of a house style: its rule must report the wrong one, and no rule the right one. */
export function testStyle(style: HouseStyle): StyleTest {
  const { rules } = style;
  const failures = rules.flatMap((rule): readonly StyleFailure[] => {
    const { wrong, right } = rule;
    const missed = wrong !== undefined && !reporting(style, wrong).includes(rule);
    const others = right === undefined ? [] : reporting(style, right);
    return [
      ...(missed
        ? [{ rule, message: `The rule does not report its wrong example “${wrong}”.` }]
        : []),
      ...others.slice(0, 1).map((other) => ({
        rule,
        message: `The right example “${right ?? ''}” is reported by the rule of line ${other.line} (${ruleText(other)}).`,
      })),
    ];
  });
  const examples = rules.flatMap(({ wrong, right }) => [wrong, right]);
  return {
    examples: examples.filter((example) => example !== undefined).length,
    incomplete: rules.filter(({ wrong, right }) => wrong === undefined || right === undefined),
    failures,
  };
}

/** The rules that report something in a text. */
function reporting(style: HouseStyle, text: string): readonly StyleRule[] {
  return runToCompletion(departuresFrom(style, readProse(text))).map(
    ({ departure }) => departure.rule,
  );
}
