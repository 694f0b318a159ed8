package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.BigOperator;
import tenet.symbolic.term.Names;
import tenet.symbolic.term.Range;
import tenet.symbolic.term.Substitution;
import tenet.symbolic.term.Term;

/** Proves that two terms are equal when a sum or product in one is that in the other, counted from its other end. Untrusted. */
final class Reversal {
    private final Proof proof;
    private final Proof.Scope scope;
    private final Known known;

    Reversal(Proof proof, Proof.Scope scope, Known known) {
        this.proof = proof;
        this.scope = scope;
        this.known = known;
    }

    Optional<Integer> prove(Formula.Relation goal, String words) {
        List<Term.Big> left = closed(goal.left());
        if (left.isEmpty() || closed(goal.right()).isEmpty()) return Optional.empty();
        for (Term.Big big : left) {
            Optional<Integer> step = reversed(goal, big, words);
            if (step.isPresent()) return step;
        }
        return Optional.empty();
    }

    private Optional<Integer> reversed(Formula.Relation goal, Term.Big big, String words) {
        Range range = big.range();
        Term ends = Term.add(range.low(), range.high());
        Set<String> taken = Names.free(big);
        proof.statement().signature().declarations().forEach(declaration -> taken.add(declaration.name()));
        scope.fixed().forEach(fixed -> taken.add(fixed.index()));
        String index = Names.fresh(range.index(), taken);
        Range other = new Range(index, range.low(), range.upper(), range.except().map(except -> Term.subtract(ends, except)));
        Term body = Substitution.of(range.index(), Term.subtract(ends, Term.index(index))).apply(big.body());
        Term.Big reversed = (Term.Big) Term.big(big.operator(), other, body);
        List<Integer> signs = known.signs(scope, proof);
        Formula equation = Formula.equal(big, reversed);
        if (goal.left().equals(big)) return proof.add(scope, Proof.Proposal.of(goal, "reverse", List.of(), words), signs);
        // Only a reversal that leads to the goal is worth a step of its own.
        Term context = replaced(goal.left(), big, Certificate.hole(big.sort()));
        Term after = replaced(goal.left(), big, reversed);
        Reading reading = new Reading(proof, scope, known);
        if (!reading.normal(after).equals(reading.normal(goal.right()))) return Optional.empty();
        return proof.add(scope, Proof.Proposal.of(equation, "reverse", List.of(), ""), signs).flatMap(step -> proof.add(scope,
                new Proof.Proposal(goal, "rewrite", Optional.empty(), List.of(step), Map.of("context", context), words), signs));
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
