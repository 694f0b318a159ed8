package tenet.symbolic.claim;

import java.util.List;
import java.util.Optional;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Signature;

/** The content of a {@code .tenet} file: theories and claims, in order. */
public record Document(String file, List<Theory> theories, List<Claim> claims) {
    public Document {
        theories = List.copyOf(theories);
        claims = List.copyOf(claims);
    }

    /**
     * A setting that claims share. Sampling given here holds for each of its claims unless they say otherwise.
     *
     * @param basis     what it extends
     * @param signature all that it declares, what it extends included
     * @param assumptions hypotheses that each of its claims has before its own; likewise, its own last
     * @param sampling  likewise, its own last
     */
    public record Theory(String name, String title, Optional<Claim.Citation> citation, Basis basis, Signature signature,
                         List<Hypothesis> assumptions, List<Sampling> sampling, List<String> notes, Claim.Place place) {
        public Theory {
            assumptions = List.copyOf(assumptions);
            sampling = List.copyOf(sampling);
            notes = List.copyOf(notes);
        }
    }

    /** The theories that one extends, by name, with all that they declare and assume together. */
    public record Basis(List<String> theories, Signature signature, List<Hypothesis> assumptions, List<Sampling> sampling) {
        public static final Basis NONE = new Basis(List.of(), Signature.EMPTY, List.of(), List.of());

        public Basis {
            theories = List.copyOf(theories);
            assumptions = List.copyOf(assumptions);
            sampling = List.copyOf(sampling);
        }
    }
}
