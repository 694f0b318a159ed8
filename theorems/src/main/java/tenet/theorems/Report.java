package tenet.theorems;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of a run, in the order of the files.
 *
 * @param seed    the seed of every sample of the run
 * @param pending the ids of claims that were not looked at to the end because the run was stopped
 */
public record Report(long seed, List<Finding> findings, List<String> pending) {
    public Report {
        findings = List.copyOf(findings);
        pending = List.copyOf(pending);
    }

    /** Whether every claim was looked at. */
    public boolean complete() {
        return pending.isEmpty();
    }

    /** Whether every claim was looked at and met what was expected of it. */
    public boolean met() {
        return complete() && findings.stream().allMatch(Finding::met);
    }

    /** The claims whose check ended in an internal error. */
    public List<Finding> faulty() {
        return findings.stream().filter(finding -> !finding.evidence(Evidence.Fault.class).isEmpty()).toList();
    }

    /** How many claims have each verdict, without those that none has. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        findings.forEach(finding -> counts.merge(finding.verdict(), 1, Integer::sum));
        return counts;
    }
}
