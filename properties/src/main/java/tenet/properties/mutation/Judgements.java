package tenet.properties.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenet.symbolic.claim.Claim;
import tenet.theorems.Judgement;
import tenet.theorems.Source;

/** What people judged of the mutants of one source, each judgement under its mutant. */
public final class Judgements {
    public static final Judgements NONE = new Judgements(List.of());

    private final Map<Key, Judgement> byMutant = new LinkedHashMap<>();

    private record Key(String claim, String change) {
    }

    /** @throws IllegalArgumentException when a mutant is judged twice */
    public Judgements(List<Judgement> judgements) {
        for (Judgement judgement : judgements)
            if (byMutant.put(new Key(judgement.claim(), judgement.change()), judgement) != null)
                throw new IllegalArgumentException(judgement.error("judged twice"));
    }

    /** The judgement of a mutant. */
    public Optional<Judgement> of(Mutant mutant) {
        return Optional.ofNullable(byMutant.get(new Key(mutant.claim().id(), mutant.change())));
    }

    /** A warning for each judgement of what the source does not have: such a line is without effect. */
    public List<String> strays(Source source) {
        List<String> warnings = new ArrayList<>();
        Map<String, Set<String>> changes = new LinkedHashMap<>();
        for (Judgement judgement : byMutant.values()) {
            Optional<Claim> claim = source.claim(judgement.claim());
            if (claim.isEmpty()) {
                warnings.add(judgement.warning(source.name() + " has no claim '" + judgement.claim() + "'"));
                continue;
            }
            Set<String> known = changes.computeIfAbsent(judgement.claim(), id -> {
                Set<String> texts = new HashSet<>();
                Mutants.of(claim.get()).forEach(mutant -> texts.add(mutant.change()));
                return texts;
            });
            if (!known.contains(judgement.change())) warnings.add(judgement.warning("the claim has no such mutant"));
        }
        return warnings;
    }
}
