package tenet.symbolic.kernel;

import java.util.List;
import java.util.Optional;

/** The rules of the kernel: the whole list of ways to conclude. */
final class Rules {
    private static final List<Rule> ALL = List.of(
            new LogicRules.Assume("hypothesis"),
            new LogicRules.Arithmetic("arithmetic"),
            new LogicRules.Instantiate("instantiate"),
            new LogicRules.Generalise("generalise"),
            new LogicRules.Induction("induction"),
            new LogicRules.Cases("cases"),
            new LogicRules.Conjunction("conjunction"),
            new LogicRules.Part("part"),
            new LogicRules.Start("initially"),
            new EqualityRules.Identity("identity", false),
            new EqualityRules.Identity("entrywise", true),
            new EqualityRules.Rewrite("rewrite"),
            new RangeRule("reverse"),
            new RangeRule("shift"),
            new RangeRule("split"),
            new RangeRule("take"),
            new EqualityRules.Chain("chain"),
            new EqualityRules.Differentiate("differentiate"),
            new Positivstellensatz("positivstellensatz"),
            new IntervalBox("box"),
            new ImportRules.Import("lemma", true),
            new ImportRules.Import("theorem", false));

    private Rules() {
    }

    static List<String> names() {
        return ALL.stream().map(Rule::name).toList();
    }

    static Optional<Rule> named(String name) {
        return ALL.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }
}
