package io.orgstead.domain.data;

/**
 * What an expression costs an engine that tries one way after another, as MongoDB's does: not more than a bounded number of ways
 * from each place of the text, or else one endless repetition from its beginning only. There it cannot be interrupted, and gives up
 * without a word after too many.
 *
 * @param ways how many ways there are but for endless repetitions, at most {@link #TOO_MANY}
 * @param endless how many endless repetitions there are one behind the other, those left out behind which nothing can fail
 */
record RegexCost(int ways, int endless) {

    /** The most ways. */
    static final int MOST_WAYS = 1_000;

    private static final int TOO_MANY = MOST_WAYS + 1;
    private static final RegexCost NONE = new RegexCost(1, 0);

    static void require(RegexNode node, boolean atStartOnly) {
        RegexCost cost = of(node, false);
        if (cost.ways >= TOO_MANY) {
            throw RegexParser.refused("can be met in too many ways: fewer of | ? and {n,m} must follow each other");
        }
        if (cost.endless > (atStartOnly ? 1 : 0)) {
            throw RegexParser.refused(
                    "may have one of * + and {n,} if it begins with ^, and else none, before something"
                            + " that must follow; {0," + SafeRegex.MAX_REPEAT + "} has an end");
        }
    }

    private static RegexCost of(RegexNode node, boolean fallibleBehind) {
        if (node instanceof RegexNode.Sequence sequence) {
            RegexCost cost = NONE;
            boolean fallible = fallibleBehind;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                RegexNode part = sequence.parts().get(i);
                cost = cost.times(of(part, fallible));
                fallible |= isFallible(part);
            }
            return cost;
        }
        if (node instanceof RegexNode.Choice choice) {
            return choice.parts().stream()
                    .map(part -> of(part, fallibleBehind))
                    .reduce(RegexCost::or)
                    .orElse(NONE);
        }
        return node instanceof RegexNode.Repeat repeat ? of(repeat, fallibleBehind) : NONE;
    }

    private static RegexCost of(RegexNode.Repeat repeat, boolean fallibleBehind) {
        if (repeat.most() == RegexNode.ENDLESS) {
            return new RegexCost(1, fallibleBehind ? 1 : 0);
        }
        // What is repeated more than once has one way only.
        RegexCost once = of(repeat.part(), fallibleBehind);
        int counts = fallibleBehind ? repeat.most() - repeat.least() : 0;
        return new RegexCost(Math.min(TOO_MANY, once.ways + counts), once.endless);
    }

    /** Whether an engine may come here and not get on. */
    private static boolean isFallible(RegexNode node) {
        if (node instanceof RegexNode.Sequence sequence) {
            return sequence.parts().stream().anyMatch(RegexCost::isFallible);
        }
        if (node instanceof RegexNode.Choice choice) {
            return choice.parts().stream().allMatch(RegexCost::isFallible);
        }
        return !(node instanceof RegexNode.Repeat repeat) || (repeat.least() > 0 && isFallible(repeat.part()));
    }

    private RegexCost times(RegexCost other) {
        return new RegexCost(Math.min(TOO_MANY, ways * other.ways), endless + other.endless);
    }

    private RegexCost or(RegexCost other) {
        return new RegexCost(Math.min(TOO_MANY, ways + other.ways), Math.max(endless, other.endless));
    }
}
