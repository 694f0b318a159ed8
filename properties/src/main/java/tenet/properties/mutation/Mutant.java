package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.term.Rational;
import tenet.symbolic.term.Sort;
import tenet.symbolic.term.Term;

/**
 * A claim with one thing changed.
 *
 * @param change what was changed, for the reader: {@code without balanced}, {@code sigma^(2 - 2/N) -> sigma^(3 - 2/N)}
 * @param claim  the changed claim, under the id of the original
 */
public record Mutant(Kind kind, String change, Claim claim) {
    /** What kind of thing was changed. */
    public enum Kind {
        /** A hypothesis or a bound of a parameter is left out. */
        DROPPED("hypothesis dropped"),
        /** A constant is one more or one less, or a side is scaled. */
        CONSTANT("constant perturbed"),
        /** An exponent is one more or one less. */
        EXPONENT("exponent perturbed"),
        /** A sign, a factor, a transpose or the order of two factors differs. */
        TERM("term changed"),
        /** A relation points the other way. */
        FLIPPED("relation flipped"),
        /** A relation of the conclusion asks for more, or one of the hypotheses for less. */
        TIGHTENED("relation tightened");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    static Mutant of(Claim original, Kind kind, String change, Statement changed) {
        return new Mutant(kind, change, new Claim(original.kind(), changed, original.title(), original.citation(), original.theory(),
                Optional.of(original.id()), original.expectation(), original.derivation(), sampling(original, changed), List.of(), original.place()));
    }

    /** Where a bound changed, values that only the mutant allows are drawn as well. */
    private static List<Sampling> sampling(Claim original, Statement changed) {
        List<Sampling> sampling = new ArrayList<>();
        for (Sampling asked : original.sampling()) {
            Optional<Declaration> before = original.statement().signature().find(asked.name());
            Optional<Declaration> after = changed.signature().find(asked.name());
            if (before.equals(after) || !(after.orElse(null) instanceof Declaration.Parameter parameter)) sampling.add(asked);
            else if (parameter.sort() instanceof Sort.Int)
                sampling.add(new Sampling(asked.name(), least(parameter).filter(low -> low.compareTo(asked.low()) < 0).orElse(asked.low()), asked.high()));
        }
        return sampling;
    }

    private static Optional<Rational> least(Declaration.Parameter parameter) {
        return parameter.bounds().stream().filter(bound -> bound.comparison() == Comparison.AT_LEAST)
                .flatMap(bound -> bound.term() instanceof Term.Number(Rational value) ? Stream.of(value) : Stream.empty()).max(Rational::compareTo);
    }
}
