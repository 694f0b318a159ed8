package tenet.symbolic.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.algebra.Matching;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.search.positivity.Budget;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Operator;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Derives one relation: by identity or arithmetic, as a fact, by differentiating one, by rewriting with the named facts,
 * as an inequality; at last from every fact that is known. Untrusted.
 */
final class Relations {
    /** Of one quantified fact, at most so many instances are tried. */
    private static final int MOST_INSTANCES = 4;
    /** Longer normal forms are no help to a reader. */
    private static final int LONGEST_SHOWN = 160;

    /** How hard to look for an inequality, from the facts that are named and from all that is known. */
    record Effort(Budget hinted, Budget unaided) {
        static final Effort ORDINARY = new Effort(Budget.of(Duration.ofSeconds(6)), Budget.of(Duration.ofSeconds(4)));
    }

    private final Proof proof;
    private final Effort effort;

    Relations(Proof proof, Effort effort) {
        this.proof = proof;
        this.effort = effort;
    }

    /** The relation without any hint: both sides have one normal form, or arithmetic and known signs show it. */
    Optional<Integer> atOnce(Proof.Scope scope, Formula.Relation goal, Known known, String words) {
        List<Integer> signs = known.signs(scope, proof);
        boolean integers = goal.left().sort() instanceof Sort.Int && goal.right().sort() instanceof Sort.Int;
        for (String rule : goal.comparison() != Comparison.EQUAL ? List.of("arithmetic")
                : integers ? List.of("identity", "arithmetic") : List.of("identity", "entrywise")) {
            Optional<Integer> step = proof.add(scope, Proof.Proposal.of(goal, rule, List.of(), words), signs);
            if (step.isPresent()) return step;
        }
        return bound(scope, goal);
    }

    /** The declared bound of a member of a family of parameters: {@code s[i] <= 1}. */
    private Optional<Integer> bound(Proof.Scope scope, Formula.Relation goal) {
        if (!(goal.left() instanceof Term.Symbol symbol) || symbol.indices().isEmpty()) return Optional.empty();
        for (Formula fact : proof.statement().signature().parameterFacts()) {
            Pattern pattern = Pattern.of(fact);
            if (!(pattern.body() instanceof Formula.Relation relation) || relation.comparison() != goal.comparison()) continue;
            Optional<Map<String, Term>> values = pattern.match(relation.left(), symbol);
            if (values.isEmpty()) continue;
            Optional<Integer> step = proof.add(scope, Proof.Proposal.of(fact, "arithmetic", List.of(), ""))
                    .flatMap(declared -> proof.add(scope, new Proof.Proposal(goal, "instantiate", Optional.empty(), List.of(declared),
                            Instances.numbered(pattern.variables().stream().map(values.get()::get).toList()), "")));
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    /** A formula without the quantifiers over indices around it, which are variables to match. */
    private record Pattern(List<String> variables, Formula body) {
        static Pattern of(Formula formula) {
            List<String> variables = new ArrayList<>();
            Formula body = formula;
            while (body instanceof Formula.ForAll(Range range, Formula inner)) {
                String name = "?" + range.index();
                variables.add(name);
                body = Formula.substitute(Substitution.of(range.index(), Term.index(name)), inner);
            }
            return new Pattern(variables, body);
        }

        /** The values of all variables under which the pattern is the term. */
        Optional<Map<String, Term>> match(Term pattern, Term term) {
            return Matching.match(pattern, term, Set.copyOf(variables)).filter(values -> values.keySet().containsAll(variables));
        }
    }

    /** The relation from the hinted facts, or from all that is known. @throws Stuck when neither leads there */
    int prove(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> hints, Known known, String words, Claim.Place place) {
        Known all = known;
        for (Known.Fact hint : hints) all = all.with(hint.name().isEmpty() ? "#" + hint.step() : hint.name(), hint.formula(), hint.step());
        Optional<Integer> step = from(scope, goal, hints, all, words, effort.hinted());
        if (step.isEmpty() && hints.size() < all.all().size()) step = from(scope, goal, all.all(), all, words, effort.unaided());
        if (step.isPresent()) return step.get();
        throw new Stuck(place, goal, message(scope, goal, words, all));
    }

    /** The step of a fact that is the goal itself. */
    Optional<Integer> alreadyStated(Proof.Scope scope, Formula goal, Known known) {
        for (Known.Fact fact : known.all()) {
            Optional<Formula> seen = Known.seen(fact, scope, proof);
            if (seen.isPresent() && seen.get().equals(goal)) {
                if (!scope.start() || fact.formula() instanceof Formula.Initially) return Optional.of(fact.step());
                return proof.add(scope, Proof.Proposal.of(goal, "initially", List.of(fact.step()), ""));
            }
        }
        return Optional.empty();
    }

    /** The relation, and where they can be told the normal forms of its sides: the sums and products of both are worth a look. */
    List<Formula.Relation> writtenOut(Proof.Scope scope, Formula.Relation relation, Known known) {
        try {
            Reading reading = new Reading(proof, scope, known);
            List<Term> sides = List.of(reading.normal(relation.left()), reading.normal(relation.right()));
            Map<String, String> names = reading.readableNames(sides);
            return List.of(relation, new Formula.Relation(relation.comparison(), Reading.renamed(sides.get(0), names), Reading.renamed(sides.get(1), names)));
        } catch (IllTyped noNormalForm) {
            return List.of(relation);
        }
    }

    private String message(Proof.Scope scope, Formula.Relation goal, String words, Known known) {
        String given = words.isEmpty() ? "from the hypotheses and the facts before it" : "by " + words;
        String text = "could not derive  " + Text.of(goal) + "  " + given;
        if (goal.comparison() != Comparison.EQUAL) return text;
        try {
            Reading reading = new Reading(proof, scope, known);
            List<Term> sides = List.of(reading.normal(goal.left()), reading.normal(goal.right()));
            Map<String, String> names = reading.readableNames(sides);
            String left = Text.of(Reading.renamed(sides.get(0), names));
            String right = Text.of(Reading.renamed(sides.get(1), names));
            if (left.length() > LONGEST_SHOWN || right.length() > LONGEST_SHOWN || left.equals(right)) return text;
            return text + "; written out, the sides are  " + left + "  and  " + right;
        } catch (IllTyped e) {
            return text + "; " + e.getMessage();
        }
    }

    /** The goal from these facts: as one of them, by differentiating one, by rewriting, as an inequality. */
    private Optional<Integer> from(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, String words, Budget budget) {
        List<Integer> signs = known.signs(scope, proof);
        for (Known.Fact fact : facts) {
            Optional<Formula> seen = Known.seen(fact, scope, proof);
            if (seen.isEmpty()) continue;
            if (seen.get().equals(goal)) return alreadyStated(scope, goal, known).or(() -> Optional.of(fact.step()));
            Optional<Integer> shifted = shifted(scope, goal, fact, seen.get(), known, words);
            if (shifted.isPresent()) return shifted;
            if (goal.comparison() == Comparison.EQUAL && !scope.start() && proof.always(fact.step()) && seen.get() instanceof Formula.Relation equation
                    && equation.comparison() == Comparison.EQUAL) {
                Optional<Integer> derivative = differentiated(scope, goal, fact, equation, known, words);
                if (derivative.isPresent()) return derivative;
            }
        }
        if (goal.comparison() == Comparison.EQUAL) {
            Optional<Integer> reversed = new RangeLaws(proof, scope, known).prove(goal, words);
            return reversed.isPresent() ? reversed : rewritten(scope, goal.left(), goal.right(), facts, known, words);
        }
        if (goal.comparison() == Comparison.UNEQUAL || !goal.left().sort().isScalar()) return Optional.empty();
        Optional<Integer> substituted = bySubstituting(scope, goal, facts, known, words);
        if (substituted.isPresent()) return substituted;
        List<Known.Fact> instances = withInstances(scope, goal, facts);
        Optional<Integer> inequality = new Inequalities(proof, scope, known).prove(goal, instances, words, budget)
                .or(() -> new Boxes(proof, scope, known).prove(goal, instances, words));
        if (inequality.isPresent() || !signs.isEmpty() && facts.isEmpty()) return inequality;
        return byRewritingSides(scope, goal, facts, known, words);
    }

    /** The goal with one side, the member of a family, replaced by what a quantified equation says it is: {@code w[l+1,i] >= 0}. */
    private Optional<Integer> bySubstituting(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, String words) {
        for (Known.Fact fact : facts)
            for (boolean left : new boolean[] {true, false}) {
                Term side = left ? goal.left() : goal.right();
                Optional<Formula.Relation> equation = Known.seen(fact, scope, proof).flatMap(formula -> defining(formula, side));
                if (equation.isEmpty()) continue;
                Term other = equation.get().right();
                Formula.Relation rest = new Formula.Relation(goal.comparison(), left ? other : goal.left(), left ? goal.right() : other);
                Optional<Integer> shown = atOnce(scope, rest, known, words);
                if (shown.isEmpty()) continue;
                Formula.Relation link = left ? equation.get() : Formula.equal(other, side);
                Optional<Integer> replaced = rewritten(scope, link.left(), link.right(), List.of(fact), known, words);
                List<Integer> links = replaced.map(step -> left ? List.of(step, shown.get()) : List.of(shown.get(), step)).orElse(List.of());
                Optional<Integer> step = links.isEmpty() ? Optional.empty() : proof.add(scope, Proof.Proposal.of(goal, "chain", links, words));
                if (step.isPresent()) return step;
            }
        return Optional.empty();
    }

    /** An equation that defines a member of a family, as an instance of a quantified one. */
    private Optional<Integer> byInstance(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, String words) {
        if (!(goal.left() instanceof Term.Symbol member)) return Optional.empty();
        for (Known.Fact fact : facts)
            for (Known.Fact instance : instances(scope, Set.of(member), fact)) {
                Optional<Integer> step = shifted(scope, goal, instance, instance.formula(), known, words);
                if (step.isPresent()) return step;
            }
        return Optional.empty();
    }

    /** The facts, and instances of the quantified ones at members of families, sums and products that the goal or such an instance mentions. */
    private List<Known.Fact> withInstances(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts) {
        List<Known.Fact> all = new ArrayList<>(facts);
        Set<Term> mentioned = new LinkedHashSet<>();
        members(goal.left(), mentioned);
        members(goal.right(), mentioned);
        for (int round = 0; round < 2; round++) {
            Set<Term> wanted = new LinkedHashSet<>(mentioned);
            for (Known.Fact fact : facts)
                for (Known.Fact instance : instances(scope, wanted, fact))
                    if (all.stream().noneMatch(other -> other.step() == instance.step())) {
                        all.add(instance);
                        if (instance.formula() instanceof Formula.Relation relation) {
                            members(relation.left(), mentioned);
                            members(relation.right(), mentioned);
                        }
                    }
        }
        return all;
    }

    /** Instances of a quantified fact in which a member of a family, a sum or a product becomes a wanted one. */
    private List<Known.Fact> instances(Proof.Scope scope, Set<Term> wanted, Known.Fact fact) {
        Pattern pattern = Known.seen(fact, scope, proof).map(Pattern::of).orElse(new Pattern(List.of(), new Formula.And(List.of())));
        List<Formula> parts = pattern.body() instanceof Formula.And(List<Formula> all) ? all : List.of(pattern.body());
        if (pattern.variables().isEmpty() || !parts.stream().allMatch(Formula.Relation.class::isInstance)) return List.of();
        Set<Term> offered = new LinkedHashSet<>();
        for (Formula part : parts) {
            members(((Formula.Relation) part).left(), offered);
            members(((Formula.Relation) part).right(), offered);
        }
        List<Known.Fact> found = new ArrayList<>();
        for (Term member : offered)
            for (Term symbol : wanted) {
                Optional<Map<String, Term>> values = pattern.match(member, symbol);
                if (values.isEmpty() || found.size() >= MOST_INSTANCES) continue;
                List<Term> given = pattern.variables().stream().map(values.get()::get).toList();
                Formula formula = Formula.substitute(new Substitution(values.get()), pattern.body());
                proof.add(scope, new Proof.Proposal(formula, "instantiate", Optional.empty(), List.of(fact.step()), Instances.numbered(given), ""))
                        .ifPresent(step -> found.add(new Known.Fact("", scope.stated(formula), step)));
            }
        return found;
    }

    /** The members of families, sums, products and powers with an unknown exponent in a term. */
    private void members(Term term, Set<Term> found) {
        if (term instanceof Term.Symbol symbol && !symbol.indices().isEmpty() || term instanceof Term.Big
                || term instanceof Term.Apply power && power.operator() == Operator.POWER && !(power.arguments().get(1) instanceof Term.Number)) found.add(term);
        term.children().forEach(child -> members(child, found));
    }

    /** The instance of an equation, perhaps for all indices, whose left side is this member of a family. */
    private static Optional<Formula.Relation> defining(Formula formula, Term side) {
        Pattern pattern = Pattern.of(formula);
        if (!(pattern.body() instanceof Formula.Relation relation) || relation.comparison() != Comparison.EQUAL || !(relation.left() instanceof Term.Symbol)
                || !(side instanceof Term.Symbol)) return Optional.empty();
        return pattern.match(relation.left(), side).map(values -> (Formula.Relation) Formula.substitute(new Substitution(values), relation));
    }

    /** An equation whose sides differ by the same as those of the goal, up to normal forms and the names of bound indices. */
    private Optional<Integer> shifted(Proof.Scope scope, Formula.Relation goal, Known.Fact fact, Formula seen, Known known, String words) {
        if (goal.comparison() != Comparison.EQUAL || !(seen instanceof Formula.Relation equation) || equation.comparison() != Comparison.EQUAL
                || goal.left().sort() instanceof Sort.Tensor || !Sort.fits(equation.left().sort(), real(goal.left().sort()))) return Optional.empty();
        Term hole = Certificate.hole(real(equation.left().sort()));
        for (Term context : List.of(hole, Term.add(hole, Term.subtract(goal.left(), equation.left())))) {
            Optional<Integer> step = proof.add(scope, new Proof.Proposal(goal, "rewrite", Optional.empty(), List.of(fact.step()),
                    Map.of("context", context), words), known.signs(scope, proof));
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    private static Sort real(Sort sort) {
        return sort.isScalar() ? Sort.REAL : sort;
    }

    /** Rewrites the terms as they are written; if that leads nowhere, with definitions and derivatives carried out. */
    private Optional<Integer> rewritten(Proof.Scope scope, Term left, Term right, List<Known.Fact> facts, Known known, String words) {
        List<Known.Fact> equations = flat(scope, facts);
        for (boolean opaque : new boolean[] {true, false}) {
            Rewriting rewriting = new Rewriting(proof, scope, known, equations, opaque);
            if (!rewriting.hasEquations()) return Optional.empty();
            Optional<Integer> step = opaque ? rewriting.proveAsWritten(left, right, words) : Optional.empty();
            if (step.isEmpty()) step = rewriting.prove(left, right, words);
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    /** An inequality between two terms, one of which a fact's equation makes equal to the other: {@code a <= b} from {@code a = b}. */
    private Optional<Integer> byRewritingSides(Proof.Scope scope, Formula.Relation goal, List<Known.Fact> facts, Known known, String words) {
        if (goal.comparison() != Comparison.AT_MOST && goal.comparison() != Comparison.AT_LEAST) return Optional.empty();
        return rewritten(scope, goal.left(), goal.right(), facts, known, words)
                .flatMap(step -> proof.add(scope, Proof.Proposal.of(goal, "chain", List.of(step), words)));
    }

    private Optional<Integer> differentiated(Proof.Scope scope, Formula.Relation goal, Known.Fact fact, Formula.Relation equation, Known known, String words) {
        for (Rational factor : List.of(Rational.ONE, Rational.of(1, 2), Rational.MINUS_ONE, Rational.of(2), Rational.of(-1, 2))) {
            Map<String, Term> arguments = factor.equals(Rational.ONE) ? Map.of() : Map.of("factor", Term.number(factor));
            Proof.Proposal proposal = new Proof.Proposal(goal, "differentiate", Optional.empty(), List.of(fact.step()), arguments, words);
            Optional<Integer> step = proof.add(scope, proposal, known.signs(scope, proof));
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    /** Conjunctions taken apart, under quantifiers too. */
    private List<Known.Fact> flat(Proof.Scope scope, List<Known.Fact> facts) {
        List<Known.Fact> flat = new ArrayList<>();
        for (Known.Fact fact : facts) Known.seen(fact, scope, proof).ifPresent(seen -> flatten(scope, fact, seen, flat));
        return flat;
    }

    private void flatten(Proof.Scope scope, Known.Fact fact, Formula seen, List<Known.Fact> flat) {
        if (seen instanceof Formula.And(List<Formula> parts)) {
            for (Formula part : parts)
                proof.add(scope, Proof.Proposal.of(part, "part", List.of(fact.step()), "")).ifPresent(step ->
                        flatten(scope, new Known.Fact(fact.name(), scope.stated(part), step), part, flat));
        } else if (seen instanceof Formula.ForAll(Range range, Formula body) && body instanceof Formula.And(List<Formula> parts)) {
            Range fixed = range.renamed(proof.freshName(range.index(), scope));
            Proof.Scope inside = scope.with(fixed);
            Term index = Term.index(fixed.index());
            for (Formula part : parts) {
                Formula here = Formula.substitute(Substitution.of(range.index(), index), part);
                Formula all = new Formula.ForAll(range, part);
                proof.add(inside, new Proof.Proposal(Formula.substitute(Substitution.of(range.index(), index), body), "instantiate", Optional.empty(),
                                List.of(fact.step()), Map.of("x1", index), ""))
                        .flatMap(step -> proof.add(inside, Proof.Proposal.of(here, "part", List.of(step), "")))
                        .flatMap(step -> proof.add(scope, Proof.Proposal.of(all, "generalise", List.of(step), "")))
                        .ifPresent(step -> flat.add(new Known.Fact(fact.name(), scope.stated(all), step)));
            }
        } else {
            flat.add(fact);
        }
    }
}
