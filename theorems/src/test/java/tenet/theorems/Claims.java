package tenet.theorems;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.AssumedTheorem;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Term;

/** Claims and evidence to judge. */
final class Claims {
    static final Claim.Place PLACE = new Claim.Place("mine.tenet", 3, 5);
    static final Formula ONE_IS_ONE = Formula.equal(Term.number(1), Term.number(1));

    private Claims() {
    }

    static Claim claim(Claim.Kind kind, Claim.Expectation expectation) {
        return new Claim(kind, statement(), "a title", Optional.empty(), Optional.empty(), Optional.empty(), expectation,
                List.of(), List.of(), List.of(), PLACE);
    }

    static Statement statement() {
        return new Statement("my.claim", Signature.EMPTY, List.of(), ONE_IS_ONE);
    }

    static Evidence proof(boolean general) {
        return new Evidence.Proof(AssumedTheorem.of(statement()), new Certificate("my.claim", List.of()), new Scope("for all L", general), false);
    }

    static Counterexample counterexample() {
        return new Counterexample(List.of(new Counterexample.Binding("x", "1")),
                List.of(new Counterexample.Binding("x", "1"), new Counterexample.Binding("2*x", "2")), "exact rational numbers");
    }

    static Evidence samples(int accepted, int holds, int cannotTell, boolean exhaustive, Map<String, Integer> activity) {
        return new Evidence.Samples(1, 100, accepted, holds, cannotTell, OptionalDouble.empty(), OptionalDouble.empty(), activity, exhaustive);
    }

    /** One piece of evidence by a letter, so that tables can be read. */
    static Evidence evidence(char letter) {
        return switch (letter) {
            case 'P' -> proof(true);
            case 'A' -> proof(false);
            case 'R' -> new Evidence.Refutation(counterexample(), Optional.empty());
            case 'C' -> samples(6, 6, 0, true, Map.of());
            case 'S' -> samples(90, 80, 10, false, Map.of("positive", 3));
            case 'V' -> samples(0, 0, 0, false, Map.of());
            case 'N' -> samples(90, 90, 0, false, Map.of("positive", 3, "small", 0));
            case 'T' -> samples(90, 0, 90, false, Map.of());
            case 'W' -> new Evidence.WrongStep(PLACE, ONE_IS_ONE, counterexample());
            case 'F' -> new Evidence.Failure("stuck");
            case 'X' -> new Evidence.Fault(new IllegalStateException("broken"));
            default -> throw new IllegalArgumentException(String.valueOf(letter));
        };
    }

    static List<Evidence> evidence(String letters) {
        return letters.chars().mapToObj(letter -> evidence((char) letter)).toList();
    }
}
