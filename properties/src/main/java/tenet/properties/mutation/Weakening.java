package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * The argument that a statement asks for less than a theorem: its hypotheses imply those of the theorem, and what that shows implies
 * its conclusion. A proposal to the search, like any argument.
 */
final class Weakening {
    /** What the theorem asks for beyond the statement is looked at apart where it fails, for at most so many comparisons. */
    private static final int MOST_CASES = 2;
    private static final String UNCHANGED = "_unchanged";

    private final Statement theorem;
    private final Statement asked;
    private final Claim.Place place;

    private Weakening(Statement theorem, Statement asked, Claim.Place place) {
        this.theorem = theorem;
        this.asked = asked;
        this.place = place;
    }

    /**
     * The theorem applies wherever the hypotheses of the statement hold. Nothing when a name that both declare has other indices here:
     * a family is no single matrix.
     */
    static Optional<List<Derivation>> of(Statement theorem, Statement asked, Claim.Place place) {
        for (Declaration declaration : theorem.signature().declarations())
            if (indices(declaration).isPresent() && asked.signature().find(declaration.name()).isPresent()
                    && !indices(asked.signature().find(declaration.name()).get()).equals(indices(declaration))) return Optional.empty();
        return Optional.of(new Weakening(theorem, asked, place).everywhere(List.of()));
    }

    /** How many indices a declared symbol takes; a function and a flow are no symbols. */
    private static Optional<Integer> indices(Declaration declaration) {
        return switch (declaration) {
            case Declaration.Parameter parameter -> Optional.of(parameter.indices().size());
            case Declaration.Variable variable -> Optional.of(variable.indices().size());
            case Declaration.Definition definition -> Optional.of(definition.indices().size());
            case Declaration.Function ignored -> Optional.empty();
            case Declaration.Flow ignored -> Optional.empty();
        };
    }

    /**
     * The theorem applies where the comparisons hold that it assumes and the statement does not; where one fails, the goal follows from
     * what is left. Nothing when there are no such comparisons, or many.
     */
    static Optional<List<Derivation>> byCases(Statement theorem, Statement asked, Claim.Place place) {
        Weakening weakening = new Weakening(theorem, asked, place);
        List<Formula.Relation> missing = weakening.missing();
        if (missing.isEmpty() || missing.size() > MOST_CASES) return Optional.empty();
        return Optional.of(weakening.cases(missing, List.of()));
    }

    private List<Derivation> cases(List<Formula.Relation> left, List<String> assumed) {
        if (left.isEmpty()) return everywhere(assumed);
        Formula.Relation first = left.getFirst();
        String name = Names.fresh("case_" + (assumed.size() + 1), names());
        List<String> more = new ArrayList<>(assumed);
        more.add(name);
        Formula.Relation otherwise = new Formula.Relation(first.comparison().negated(), first.left(), first.right());
        return List.of(new Derivation.Cases(List.of(new Derivation.Case(name, first, cases(left.subList(1, left.size()), more), place),
                new Derivation.Case(name, otherwise, elsewhere(more), place)), place));
    }

    private List<Derivation> everywhere(List<String> assumed) {
        List<Derivation.Reason> reasons = reasons(assumed);
        List<Derivation> steps = new ArrayList<>();
        if (assumed.isEmpty()) bounds(reasons, steps);
        List<Derivation.Reason> all = new ArrayList<>(List.of(citation()));
        all.addAll(reasons);
        for (Hypothesis original : theorem.hypotheses()) {
            Optional<Formula> needed = needed(original);
            if (needed.isEmpty()) continue;
            String name = Names.fresh(original.name() + UNCHANGED, names());
            steps.add(new Derivation.Have(name, needed.get(), reasons, List.of(), place));
            all.add(fact(name));
        }
        String conclusion = Names.fresh("conclusion" + UNCHANGED, names());
        steps.add(new Derivation.Have(conclusion, theorem.conclusion(), all, List.of(), place));
        List<Derivation.Reason> last = new ArrayList<>(List.of(fact(conclusion)));
        last.addAll(reasons);
        steps.add(new Derivation.By(last, place));
        return steps;
    }

    /** Bounds of parameters that the statement does not have: its hypotheses may imply them, perhaps by what they say of the first index. */
    private void bounds(List<Derivation.Reason> reasons, List<Derivation> steps) {
        List<Formula> missing = theorem.signature().parameterFacts().stream()
                .filter(fact -> fact instanceof Formula.Relation && !asked.signature().parameterFacts().contains(fact)).toList();
        if (missing.isEmpty()) return;
        List<Derivation.Reason> hints = new ArrayList<>(reasons);
        for (Hypothesis hypothesis : asked.hypotheses())
            if (hypothesis.when() == Hypothesis.When.NOW && hypothesis.formula() instanceof Formula.ForAll(Range range, Formula body)) {
                String name = Names.fresh(hypothesis.name() + "_first", names());
                steps.add(new Derivation.Have(name, Formula.substitute(Substitution.of(range.index(), range.low()), body),
                        List.of(new Derivation.Reason.Fact(hypothesis.name(), List.of(range.low()))), List.of(), place));
                hints.add(fact(name));
            }
        for (Formula bound : missing)
            steps.add(new Derivation.Have(Names.fresh("bound_" + (steps.size() + 1), names()), bound, hints, List.of(), place));
    }

    /** The theorem, with the statement's parameters of the same names for those that are declared in another way here. */
    private Derivation.Reason citation() {
        Map<String, Term> named = new LinkedHashMap<>();
        for (Declaration declaration : theorem.signature().declarations()) {
            boolean open = declaration instanceof Declaration.Parameter || declaration instanceof Declaration.Variable;
            if (!open || theorem.signature().flow(declaration.name()).isPresent() || asked.signature().declarations().contains(declaration)
                    || asked.signature().find(declaration.name()).isEmpty()) continue;
            List<Range> indices = declaration instanceof Declaration.Parameter parameter ? parameter.indices() : ((Declaration.Variable) declaration).indices();
            List<Term> at = indices.stream().map(range -> Term.index(range.index())).toList();
            String key = at.isEmpty() ? declaration.name() : declaration.name() + "[" + indices.stream().map(Range::index).collect(Collectors.joining(",")) + "]";
            named.put(key, new Term.Symbol(declaration.name(), at, asked.signature().sortOf(declaration.name(), at)));
        }
        return new Derivation.Reason.Fact(theorem.id(), List.of(), named);
    }

    private List<Derivation.Reason> reasons(List<String> assumed) {
        List<Derivation.Reason> reasons = new ArrayList<>();
        asked.hypotheses().forEach(hypothesis -> reasons.add(fact(hypothesis.name())));
        assumed.forEach(name -> reasons.add(fact(name)));
        return reasons;
    }

    /**
     * The goal without the theorem, from what that does not assume: the search is quick with few hints, and looks at all that is known when
     * these do not do. Of a negative number the search does not see that its reciprocal is negative, too.
     */
    private List<Derivation> elsewhere(List<String> assumed) {
        List<Derivation> steps = new ArrayList<>();
        List<Derivation.Reason> reasons = new ArrayList<>();
        for (Hypothesis hypothesis : asked.hypotheses()) {
            if (theorem.hypotheses().contains(hypothesis)) continue;
            reasons.add(fact(hypothesis.name()));
            if (hypothesis.when() != Hypothesis.When.NOW || !(hypothesis.formula() instanceof Formula.Relation(Comparison comparison, Term left, Term right))
                    || comparison != Comparison.LESS || !right.equals(Term.number(0))) continue;
            String name = Names.fresh("reciprocal_" + (steps.size() + 1), names());
            steps.add(new Derivation.Have(name, new Formula.Relation(Comparison.LESS, Term.divide(Term.number(1), left), right), List.of(fact(hypothesis.name())),
                    List.of(), place));
            reasons.add(fact(name));
        }
        assumed.forEach(name -> reasons.add(fact(name)));
        steps.add(new Derivation.By(reasons, place));
        return steps;
    }

    private Set<String> names() {
        Set<String> names = asked.hypotheses().stream().map(Hypothesis::name).collect(Collectors.toSet());
        asked.signature().declarations().forEach(declaration -> names.add(declaration.name()));
        return names;
    }

    /** The comparisons of numbers, now, that the theorem assumes and the statement does not as they are, bounds of parameters included. */
    private List<Formula.Relation> missing() {
        List<Formula> ours = new ArrayList<>(asked.signature().parameterFacts());
        asked.hypotheses().stream().filter(hypothesis -> hypothesis.when() != Hypothesis.When.INITIALLY).forEach(hypothesis -> parts(hypothesis.formula(), ours));
        List<Formula> theirs = new ArrayList<>(theorem.signature().parameterFacts());
        theorem.hypotheses().stream().filter(hypothesis -> hypothesis.when() == Hypothesis.When.NOW).forEach(hypothesis -> parts(hypothesis.formula(), theirs));
        return theirs.stream().filter(part -> !ours.contains(part) && part instanceof Formula.Relation(Comparison comparison, Term left, Term right)
                        && left.sort().isScalar() && comparison != Comparison.EQUAL && comparison != Comparison.UNEQUAL)
                .map(Formula.Relation.class::cast).distinct().toList();
    }

    private static void parts(Formula formula, List<Formula> found) {
        if (formula instanceof Formula.And(List<Formula> parts)) parts.forEach(part -> parts(part, found));
        else found.add(formula);
    }

    /** What is to be shown of a hypothesis that the statement does not have as it is; nothing of one about all later times. */
    private Optional<Formula> needed(Hypothesis original) {
        if (asked.hypotheses().contains(original)) return Optional.empty();
        return switch (original.when()) {
            case NOW -> Optional.of(original.formula());
            case INITIALLY -> Optional.of(new Formula.Initially(original.formula()));
            case ALWAYS -> Optional.empty();
        };
    }

    private static Derivation.Reason fact(String name) {
        return new Derivation.Reason.Fact(name, List.of());
    }
}
