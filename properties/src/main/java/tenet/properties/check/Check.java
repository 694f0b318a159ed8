package tenet.properties.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.kernel.Theorem;
import tenet.theorems.Contradiction;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Library;
import tenet.theorems.Report;
import tenet.theorems.Source;
import tenet.theorems.Verdict;

/**
 * One run over a selection of claims. A claim that cites another is looked at after it; cited claims outside the
 * selection are derived too, silently. Findings come in the order of the selection, whatever the threads do.
 */
public final class Check {
    private final Settings settings;
    private final Methods methods;
    private final Plan plan;
    private final Set<Plan.Job> listed;

    public Check(Library library, List<Selection> selections, Settings settings, Methods methods) {
        this.settings = settings;
        this.methods = methods;
        this.plan = new Plan(library, selections);
        this.listed = new LinkedHashSet<>(plan.listed());
    }

    /** Claims of one source, in the order of the report. */
    public record Selection(Source source, List<Claim> claims) {
        public Selection {
            claims = List.copyOf(claims);
        }

        public static Selection all(Source source) {
            return new Selection(source, source.document().claims());
        }
    }

    /**
     * Looks at every claim.
     *
     * @param finished is told of each finding as it is made, from several threads
     * @throws Contradiction        when evidence for a claim disagrees
     * @throws InterruptedException when the caller is interrupted; {@link #soFar} then has what is known
     */
    public Report run(Consumer<Finding> finished) throws InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(settings.threads(),
                Thread.ofPlatform().name("check-", 1).daemon().factory());
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (Plan.Job job : plan.jobs())
                futures.add(workers.submit(() -> {
                    look(job, finished);
                    return null;
                }));
            for (Future<?> future : futures) future.get();
            return soFar();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException unchecked -> throw unchecked;
                case Error error -> throw error;
                default -> throw new IllegalStateException(failed.getCause());
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** The number of claims in the report. */
    public int size() {
        return listed.size();
    }

    /** What is known now; {@link Report#complete} once every claim was looked at. */
    public Report soFar() {
        List<Finding> findings = new ArrayList<>();
        for (Plan.Job job : plan.jobs())
            if (!listed.contains(job) && job.finding.isDone() && !job.finding.join().evidence(Evidence.Fault.class).isEmpty())
                findings.add(job.finding.join());
        listed.stream().filter(job -> job.finding.isDone()).forEach(job -> findings.add(job.finding.join()));
        return new Report(settings.seed(), findings,
                listed.stream().filter(job -> !job.finding.isDone()).map(job -> job.claim.id()).toList());
    }

    private static Methods.Known known(Plan.Job job, Map<String, Theorem> cited) {
        Map<String, Theorem> all = new LinkedHashMap<>(job.elementary.get());
        all.putAll(cited);
        return new Methods.Known(job.lemmas.get(), all);
    }

    private void look(Plan.Job job, Consumer<Finding> finished) throws InterruptedException, ExecutionException {
        Map<String, Theorem> theorems = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>(job.notes);
        for (Plan.Job cited : job.cited) {
            Optional<Theorem> theorem = cited.theorem.get();
            theorem.ifPresent(found -> theorems.put(cited.claim.id(), found));
            if (theorem.isEmpty()) notes.add("cites " + cited.claim.id() + ", which is not proved here and so cannot be used");
        }
        ClaimCheck check = new ClaimCheck(job, () -> known(job, theorems), settings, methods);
        ClaimCheck.Found found = check.run(settings.sampled() && listed.contains(job));
        notes.addAll(found.notes());
        Finding finding = Finding.judge(job.claim, found.evidence(), settings.required(), notes);
        job.finding.complete(finding);
        job.theorem.complete(finding.verdict() == Verdict.PROVED ? found.theorem() : Optional.empty());
        if (listed.contains(job)) finished.accept(finding);
    }
}
