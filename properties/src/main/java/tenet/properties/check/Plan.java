package tenet.properties.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tenet.properties.replay.CounterexampleFolder;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Theorem;
import tenet.theorems.Finding;
import tenet.theorems.InstanceBlock;
import tenet.theorems.Library;
import tenet.theorems.Source;

/** Which claims to look at, cited ones first: a claim may rest on theorems of its own file and of the library. */
final class Plan {
    private final Library library;
    private final Map<Key, Job> jobs = new LinkedHashMap<>();
    private final List<Job> listed = new ArrayList<>();
    private final Map<String, List<InstanceBlock>> instances = new HashMap<>();

    Plan(Library library, List<Check.Selection> selections) {
        this.library = library;
        for (Check.Selection selection : selections)
            for (Claim claim : selection.claims()) listed.add(job(selection.source(), claim, new LinkedHashSet<>()));
    }

    /** A claim on its way through a check. */
    static final class Job {
        final Claim claim;
        final Optional<Certificate> stored;
        /** Asked for only where something is to be derived, like the elementary theorems: a claim that is refuted needs none. */
        final Supplier<Map<String, Statement>> lemmas;
        final Supplier<Map<String, Theorem>> elementary;
        final List<Job> cited;
        final List<String> notes;
        final List<InstanceBlock> instances;
        /** The names of the hypotheses that it has from its theory, whose author had other claims in mind as well. */
        final Set<String> assumed;
        final CompletableFuture<Optional<Theorem>> theorem = new CompletableFuture<>();
        final CompletableFuture<Finding> finding = new CompletableFuture<>();

        Job(Claim claim, Optional<Certificate> stored, Supplier<Map<String, Statement>> lemmas, Supplier<Map<String, Theorem>> elementary,
            List<Job> cited, List<String> notes, List<InstanceBlock> instances, Set<String> assumed) {
            this.claim = claim;
            this.stored = stored;
            this.lemmas = lemmas;
            this.elementary = elementary;
            this.cited = List.copyOf(cited);
            this.notes = List.copyOf(notes);
            this.instances = List.copyOf(instances);
            this.assumed = Set.copyOf(assumed);
        }
    }

    private record Key(String source, String id) {
    }

    /** All jobs; a job comes after those it cites. */
    List<Job> jobs() {
        return List.copyOf(jobs.values());
    }

    /** The selected claims, in the order of the selection. */
    List<Job> listed() {
        return List.copyOf(listed);
    }

    private Job job(Source source, Claim claim, Set<Key> path) {
        Key key = new Key(source.name(), claim.id());
        Job known = jobs.get(key);
        if (known != null) return known;
        path.add(key);
        Optional<Certificate> stored = source.certificate(claim.id());
        List<Job> cited = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        source.certificateProblem(claim.id()).ifPresent(problem -> notes.add("stored certificate not read: " + problem + "; searched again"));
        for (String name : names(claim, stored)) {
            Optional<Source.Entry> entry = library.resolve(source, name);
            if (entry.isEmpty() || entry.get().claim().kind() == Claim.Kind.LEMMA || entry.get().claim().kind() == Claim.Kind.FALSE_CLAIM)
                continue;
            if (path.contains(new Key(entry.get().source().name(), name))) {
                if (!name.equals(claim.id())) notes.add("rests on " + name + ", which rests on it: that citation was ignored");
            } else {
                cited.add(job(entry.get().source(), entry.get().claim(), path));
            }
        }
        path.remove(key);
        Job job = new Job(claim, stored, () -> library.lemmas(source), library.owns(source) ? Map::of : library::elementary, cited, notes,
                instances.computeIfAbsent(source.name(), name -> CounterexampleFolder.instances(source)).stream().filter(block -> block.claim().equals(claim.id())).toList(),
                claim.theory().map(theory -> assumed(source, theory)).orElse(Set.of()));
        jobs.put(key, job);
        return job;
    }

    private Set<String> assumed(Source source, String theory) {
        return source.document().theories().stream().filter(own -> own.name().equals(theory)).findFirst().or(() -> library.theory(theory)).stream()
                .flatMap(found -> found.assumptions().stream()).map(Hypothesis::name).collect(Collectors.toSet());
    }

    /** The names that the author's reasons and the stored certificate mention and that are not local to the claim. */
    private static Set<String> names(Claim claim, Optional<Certificate> stored) {
        Set<String> names = new LinkedHashSet<>();
        Set<String> local = new LinkedHashSet<>();
        claim.statement().hypotheses().stream().map(Hypothesis::name).forEach(local::add);
        collect(claim.derivation(), names, local);
        names.removeAll(local);
        stored.ifPresent(certificate -> certificate.steps().forEach(step -> step.label().ifPresent(names::add)));
        return names;
    }

    private static void collect(List<Derivation> derivation, Set<String> names, Set<String> local) {
        for (Derivation part : derivation)
            switch (part) {
                case Derivation.Have have -> {
                    local.add(have.name());
                    facts(have.reasons(), names);
                    collect(have.inner(), names, local);
                }
                case Derivation.Cases cases -> cases.cases().forEach(one -> {
                    local.add(one.name());
                    collect(one.inner(), names, local);
                });
                case Derivation.Calc calc -> calc.steps().forEach(step -> facts(step.reasons(), names));
                case Derivation.By by -> facts(by.reasons(), names);
            }
    }

    private static void facts(List<Derivation.Reason> reasons, Set<String> names) {
        for (Derivation.Reason reason : reasons) if (reason instanceof Derivation.Reason.Fact fact) names.add(fact.name());
    }
}
