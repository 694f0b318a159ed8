package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.IndexPolynomial;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/**
 * Proves that two terms are equal when a sum or product in one is what the other has in its place: counted from its other
 * end, counted by another index, in two parts, with one member taken out. Untrusted.
 */
final class RangeLaws {
    private static final Term ONE = Term.number(1);

    private final Proof proof;
    private final Proof.Scope scope;
    private final Known known;
    private final Reading reading;

    RangeLaws(Proof proof, Proof.Scope scope, Known known) {
        this.proof = proof;
        this.scope = scope;
        this.known = known;
        this.reading = new Reading(proof, scope, known);
    }

    /** What a rule, with its arguments, makes of a sum or product. */
    private record Law(String rule, Map<String, Term> arguments, Term result) {
    }

    Optional<Integer> prove(Formula.Relation goal, String words) {
        Optional<Integer> step = fromLeft(goal, words);
        if (step.isPresent()) return step;
        Formula.Relation turned = Formula.equal(goal.right(), goal.left());
        Map<String, Term> context = Map.of("context", Certificate.hole(goal.left().sort().isScalar() ? Sort.REAL : goal.left().sort()));
        return fromLeft(turned, "").flatMap(other -> proof.add(scope,
                new Proof.Proposal(goal, "rewrite", Optional.empty(), List.of(other), context, words), known.signs(scope, proof)));
    }

    private Optional<Integer> fromLeft(Formula.Relation goal, String words) {
        List<Term.Big> left = closed(goal.left());
        List<Term.Big> right = closed(goal.right());
        if (left.isEmpty() || right.isEmpty()) return Optional.empty();
        Term wanted = reading.normal(goal.right());
        for (Term.Big big : left)
            for (Law law : laws(big, right)) {
                // Only a law that leads to the goal is worth a step of its own.
                if (!reading.normal(replaced(goal.left(), big, law.result())).equals(wanted)) continue;
                Optional<Integer> step = applied(goal, big, law, words);
                if (step.isPresent()) return step;
            }
        return Optional.empty();
    }

    private Optional<Integer> applied(Formula.Relation goal, Term.Big big, Law law, String words) {
        List<Integer> signs = known.signs(scope, proof);
        if (goal.left().equals(big)) return proof.add(scope, new Proof.Proposal(goal, law.rule(), Optional.empty(), List.of(), law.arguments(), words), signs);
        Term context = replaced(goal.left(), big, Certificate.hole(big.sort()));
        return proof.add(scope, new Proof.Proposal(Formula.equal(big, law.result()), law.rule(), Optional.empty(), List.of(), law.arguments(), ""), signs)
                .flatMap(step -> proof.add(scope,
                        new Proof.Proposal(goal, "rewrite", Optional.empty(), List.of(step), Map.of("context", context), words), signs));
    }

    /** What may be done to a sum or product, on the way to the others. */
    private List<Law> laws(Term.Big big, List<Term.Big> others) {
        Range range = big.range();
        Term ends = Term.add(range.low(), range.high());
        List<Law> laws = new ArrayList<>();
        laws.add(new Law("reverse", Map.of(), reindexed(big, index -> Term.subtract(ends, index),
                new Range(range.index(), range.low(), range.upper(), range.except().map(except -> Term.subtract(ends, except))))));
        if (range.except().isPresent()) laws.add(split(big, range.except().get()));
        List<Term> places = new ArrayList<>(List.of(Term.subtract(range.high(), ONE), range.low()));
        for (Term.Big other : others) {
            if (other.operator() != big.operator()) continue;
            Term by = Term.subtract(other.range().low(), range.low());
            if (!IndexPolynomial.of(by).isZero())
                laws.add(new Law("shift", Map.of("offset", by), reindexed(big, index -> Term.subtract(index, by), new Range(range.index(), other.range().low(),
                        range.upper().map(high -> Term.add(high, by)), range.except().map(except -> Term.add(except, by))))));
            if (range.except().isPresent()) continue;
            if (other.range().except().isPresent()) laws.add(take(big, other.range().except().get()));
            places.add(other.range().high());
            places.add(Term.subtract(other.range().low(), ONE));
        }
        if (range.except().isEmpty()) places.stream().distinct().forEach(at -> laws.add(split(big, at)));
        return laws;
    }

    private static Law split(Term.Big big, Term at) {
        Range range = big.range();
        boolean left = range.except().isPresent();
        Term before = part(big, range.low(), left ? Term.subtract(at, ONE) : at);
        Term after = part(big, Term.add(at, ONE), range.high());
        return new Law("split", left ? Map.of() : Map.of("at", at), together(big, before, after));
    }

    private static Law take(Term.Big big, Term at) {
        return new Law("take", Map.of("at", at), together(big, member(big, at), Term.big(big.operator(), big.range().without(at), big.body())));
    }

    /** A part of a sum or product, written as a member when it has one. */
    private static Term part(Term.Big big, Term low, Term high) {
        return IndexPolynomial.equal(low, high) ? member(big, low) : Term.big(big.operator(), new Range(big.range().index(), low, high), big.body());
    }

    private static Term member(Term.Big big, Term at) {
        return Substitution.of(big.range().index(), at).apply(big.body());
    }

    private static Term together(Term.Big big, Term one, Term other) {
        return big.operator() == BigOperator.SUM ? Term.add(one, other) : Term.multiply(one, other);
    }

    private Term reindexed(Term.Big big, java.util.function.UnaryOperator<Term> place, Range range) {
        Set<String> taken = Names.free(big);
        proof.statement().signature().declarations().forEach(declaration -> taken.add(declaration.name()));
        scope.fixed().forEach(fixed -> taken.add(fixed.index()));
        String index = Names.fresh(range.index(), taken);
        Term body = Substitution.of(range.index(), place.apply(Term.index(index))).apply(big.body());
        return Term.big(big.operator(), range.renamed(index), body);
    }

    /** The sums and products that mention no index bound around them. */
    private static List<Term.Big> closed(Term term) {
        List<Term.Big> found = new ArrayList<>();
        collect(term, found);
        return found;
    }

    private static void collect(Term term, List<Term.Big> found) {
        if (term instanceof Term.Big || term instanceof Term.Contract) {
            if (term instanceof Term.Big big && (big.operator() == BigOperator.SUM || big.operator() == BigOperator.PRODUCT)) found.add(big);
            return;
        }
        term.children().forEach(child -> collect(child, found));
    }

    private static Term replaced(Term term, Term part, Term by) {
        return term.equals(part) ? by : term instanceof Term.Big || term instanceof Term.Contract ? term : term.map(child -> replaced(child, part, by));
    }
}
