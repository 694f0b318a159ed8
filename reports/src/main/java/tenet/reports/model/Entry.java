package tenet.reports.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Verdict;

/**
 * A claim in a report.
 *
 * @param slug     names its page and its files
 * @param rests    the ids of the claims and lemmas that its derivation cites, in order
 * @param used     the ids of the claims of the report whose derivations cite it
 * @param variants the ids of its false claims and variants in the report
 * @param curves   its motion from a sampled start, when it has one
 */
public record Entry(Finding finding, String slug, List<String> rests, List<String> used, List<String> variants, Optional<Curves> curves) {
    public Entry {
        rests = List.copyOf(rests);
        used = List.copyOf(used);
        variants = List.copyOf(variants);
    }

    public String id() {
        return finding.id();
    }

    public Claim claim() {
        return finding.claim();
    }

    public Verdict verdict() {
        return finding.verdict();
    }

    /** The title, or the id of a claim that has none. */
    public String title() {
        return claim().title().isBlank() ? id() : claim().title();
    }

    public Optional<Evidence.Proof> proof() {
        return finding.evidence(Evidence.Proof.class).stream().findFirst();
    }

    public Optional<Evidence.Refutation> refutation() {
        return finding.evidence(Evidence.Refutation.class).stream().findFirst();
    }

    public Optional<Evidence.Samples> samples() {
        return finding.evidence(Evidence.Samples.class).stream().findFirst();
    }

    /** The smallest relative distance of a sampled inequality from failing. */
    public OptionalDouble margin() {
        return samples().map(Evidence.Samples::smallestMargin).orElse(OptionalDouble.empty());
    }

    /** The smallest ratio of the sides of a sampled inequality; 1 is tight. */
    public OptionalDouble slack() {
        return samples().map(Evidence.Samples::slack).orElse(OptionalDouble.empty());
    }
}
