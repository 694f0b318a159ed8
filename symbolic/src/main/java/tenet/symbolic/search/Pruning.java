package tenet.symbolic.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tenet.symbolic.kernel.Certificate;

/** Leaves out the steps of a derivation that its last step does not rest on. */
final class Pruning {
    private Pruning() {
    }

    static Certificate of(Certificate certificate) {
        List<Certificate.Step> steps = certificate.steps();
        TreeSet<Integer> needed = new TreeSet<>(List.of(steps.size()));
        for (int number = steps.size(); number >= 1; number--)
            if (needed.contains(number)) needed.addAll(steps.get(number - 1).premises());
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Certificate.Step> kept = new ArrayList<>();
        for (int number : needed) {
            numbers.put(number, kept.size() + 1);
            Certificate.Step step = steps.get(number - 1);
            kept.add(new Certificate.Step(kept.size() + 1, step.fixed(), step.assumed(), step.conclusion(), step.rule(), step.label(),
                    step.premises().stream().map(numbers::get).toList(), step.arguments(), step.reason()));
        }
        return new Certificate(certificate.claim(), kept);
    }
}
