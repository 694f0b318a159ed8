package tenet.properties.falsification;

import java.util.Optional;
import tenet.properties.sampling.Sample;

/** One draw and, if it was accepted, what the conclusion comes to on it. */
record Trial(Sample sample, Optional<Judgement> judgement) {
    boolean isViolated() {
        return judgement.filter(Judgement::isViolated).isPresent();
    }
}
