package tenet.properties.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Claim.Expectation;
import tenet.symbolic.claim.Claim.Kind;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.claim.Document;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.formula.Statement;
import tenet.symbolic.kernel.AssumedTheorem;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.kernel.Checker;
import tenet.symbolic.search.Prover;
import tenet.symbolic.term.IllTyped;
import tenet.symbolic.term.Term;
import tenet.theorems.Contradiction;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Finding;
import tenet.theorems.Library;
import tenet.theorems.Report;
import tenet.theorems.Source;
import tenet.theorems.StoredCertificates;
import tenet.theorems.Verdict;

class CheckTest {
    private static final Claim.Place PLACE = new Claim.Place("mine.tenet", 1, 1);
    private final Script script = new Script();

    @Test
    void a_stored_certificate_that_the_kernel_accepts_proves_without_a_search() throws InterruptedException {
        script.accepted.add("a");
        Finding finding = check(source(List.of(theorem("a")), "a")).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding.evidence(Evidence.Proof.class)).singleElement().matches(Evidence.Proof::stored);
        assertThat(script.searched).isEmpty();
        assertThat(finding.evidence(Evidence.Samples.class)).as("attacked all the same").singleElement()
                .extracting(Evidence.Samples::tries).isEqualTo(20);
    }

    @Test
    void a_rejected_certificate_is_reported_with_its_step_and_searched_again() throws InterruptedException {
        script.provable.add("a");
        Finding finding = check(source(List.of(theorem("a")), "a")).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding.evidence(Evidence.Proof.class)).singleElement().matches(proof -> !proof.stored());
        assertThat(finding.notes()).containsExactly("stored certificate rejected at step 4 (identity): sides differ; searched again");
    }

    @Test
    void what_the_search_finds_counts_only_when_the_kernel_accepts_it() throws InterruptedException {
        script.provable.add("a");
        script.rejected.add("a");
        Finding finding = check(source(List.of(theorem("a")))).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(finding.evidence(Evidence.Failure.class)).singleElement().extracting(Evidence.Failure::message).asString()
                .contains("rejected at step 4 (identity): sides differ");
    }

    @Test
    void a_proof_and_a_counterexample_stop_the_run() {
        script.provable.add("a");
        script.accepted.add("a");
        script.refuted.add("a");
        assertThatThrownBy(() -> check(source(List.of(theorem("b"), theorem("a")), "a")))
                .isInstanceOf(Contradiction.class).hasMessageContaining("a has a proof and a certified counterexample");
    }

    @Test
    void a_refuted_claim_is_not_searched_for_a_proof() throws InterruptedException {
        script.refuted.add("f");
        Finding finding = check(source(List.of(claim("f", Kind.FALSE_CLAIM, Expectation.REFUTED)))).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
        assertThat(finding.met()).isTrue();
        assertThat(script.searched).isEmpty();
    }

    @Test
    void a_wrongclaim_that_is_provable_falls_short() throws InterruptedException {
        script.provable.add("f");
        Finding finding = check(source(List.of(claim("f", Kind.FALSE_CLAIM, Expectation.REFUTED)))).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding.met()).isFalse();
    }

    @Test
    void a_lemma_is_attacked_and_not_derived() throws InterruptedException {
        script.provable.add("l");
        Finding finding = check(source(List.of(claim("l", Kind.LEMMA, Expectation.ANY)))).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(script.searched).isEmpty();
    }

    @Test
    void cited_theorems_are_derived_first_wherever_they_stand() throws InterruptedException {
        script.provable.addAll(List.of("a", "b", "c"));
        Source source = source(List.of(theorem("a", "b"), theorem("b", "c"), theorem("c")));
        Report report = check(source);
        assertThat(report.findings()).extracting(Finding::id).as("in the order of the file").containsExactly("a", "b", "c");
        assertThat(script.known.get("a")).containsExactly("b");
        assertThat(script.known.get("b")).containsExactly("c");
        assertThat(script.known.get("c")).isEmpty();
    }

    @Test
    void a_cited_theorem_of_the_library_is_derived_without_being_reported() throws InterruptedException {
        script.provable.addAll(List.of("a", "lib"));
        Library library = new Library(List.of(source("lib.tenet", List.of(theorem("lib")))));
        Report report = new Check(library, List.of(Check.Selection.all(source(List.of(theorem("a", "lib"))))), settings(1, 60), script)
                .run(finding -> { });
        assertThat(report.findings()).extracting(Finding::id).containsExactly("a");
        assertThat(script.known.get("a")).containsExactly("lib");
        assertThat(script.attacked).containsOnly("a");
    }

    @Test
    void an_unproved_theorem_cannot_be_cited() throws InterruptedException {
        script.provable.add("a");
        Report report = check(source(List.of(theorem("a", "b"), theorem("b"))));
        assertThat(script.known.get("a")).isEmpty();
        assertThat(report.findings().getFirst().notes()).containsExactly("cites b, which is not proved here and so cannot be used");
    }

    @Test
    void claims_that_rest_on_each_other_do_not_wait_for_each_other() throws InterruptedException {
        Report report = check(source(List.of(theorem("a", "b"), theorem("b", "a"))));
        assertThat(report.findings()).hasSize(2);
        assertThat(report.findings().get(1).notes()).containsExactly("rests on a, which rests on it: that citation was ignored");
    }

    @Test
    void a_search_that_does_not_listen_ends_undecided_at_the_limit_and_keeps_what_was_found() throws InterruptedException {
        script.deaf.add("a");
        Report report = new Check(Library.EMPTY, List.of(Check.Selection.all(source(List.of(theorem("a"), theorem("b"))))),
                new Settings(1, 1000, Duration.ofSeconds(3), 2, true, 32, Optional.empty()), script).run(finding -> { });
        script.release.countDown();
        Finding finding = report.findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
        assertThat(finding.evidence(Evidence.Failure.class)).singleElement().extracting(Evidence.Failure::message)
                .isEqualTo("stopped at the time limit of 3 s while searching for a derivation");
        assertThat(report.complete()).isTrue();
    }

    @Test
    void stack_and_memory_are_reasons_and_not_crashes() throws InterruptedException {
        script.thrown.put("deep", new StackOverflowError());
        script.thrown.put("large", new OutOfMemoryError("test"));
        script.thrown.put("strange", new IllTyped("no rule for norm"));
        Report report = check(source(List.of(theorem("deep"), theorem("large"), theorem("strange"))));
        assertThat(report.findings()).allMatch(finding -> finding.verdict() == Verdict.UNDECIDED);
        assertThat(report.findings()).extracting(finding -> finding.evidence(Evidence.Failure.class).getFirst().message()).containsExactly(
                "trying samples: the terms nest too deeply for the stack", "trying samples: out of memory", "trying samples: no rule for norm");
        assertThat(report.faulty()).isEmpty();
    }

    @Test
    void a_mistake_in_tenet_is_told_with_the_claim_and_the_others_go_on() throws InterruptedException {
        script.thrown.put("a", new IllegalStateException("broken"));
        Report report = check(source(List.of(theorem("a"), theorem("b"))));
        assertThat(report.faulty()).extracting(Finding::id).containsExactly("a");
        assertThat(report.findings().get(1).verdict()).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void a_wrong_step_is_found_in_a_claim_that_is_true() throws InterruptedException {
        Term one = Term.number(1);
        Derivation.Calc calc = new Derivation.Calc(one, List.of(
                new Derivation.Step(Comparison.EQUAL, one, List.of(), PLACE),
                new Derivation.Step(Comparison.EQUAL, Term.number(2), List.of(), new Claim.Place("mine.tenet", 9, 3)),
                new Derivation.Step(Comparison.EQUAL, one, List.of(), PLACE)), PLACE);
        script.provable.add("a");
        Finding finding = check(source(List.of(theorem("a", List.of(calc))))).findings().getFirst();
        assertThat(finding.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(finding.met()).isFalse();
        assertThat(finding.evidence(Evidence.WrongStep.class)).extracting(step -> step.step().toString()).containsExactly("1 = 2", "2 = 1");
        assertThat(finding.evidence(Evidence.WrongStep.class).getFirst().place().line()).isEqualTo(9);
    }

    @Test
    void where_the_search_got_stuck_is_told_with_an_instance_at_which_it_is_false() throws InterruptedException {
        script.stuckAt.put("a", Formula.equal(Term.number(1), Term.number(2)));
        script.stuckAt.put("b", Formula.equal(Term.number(1), Term.number(1)));
        List<Finding> findings = check(source(List.of(theorem("a"), theorem("b")))).findings();
        assertThat(findings.get(0).evidence(Evidence.Failure.class).getFirst().fails()).isPresent();
        assertThat(findings.get(1).evidence(Evidence.Failure.class).getFirst().fails()).isEmpty();
    }

    @Test
    void the_report_does_not_depend_on_the_number_of_threads() throws InterruptedException {
        script.provable.addAll(List.of("a", "c", "e"));
        script.refuted.add("d");
        Source source = source(List.of(theorem("a", "c"), theorem("b", "a"), theorem("c"), theorem("d"), theorem("e", "a", "c")));
        List<Verdict> one = verdicts(new Check(Library.EMPTY, List.of(Check.Selection.all(source)), settings(1, 60), script).run(f -> { }));
        List<Verdict> four = verdicts(new Check(Library.EMPTY, List.of(Check.Selection.all(source)), settings(4, 60), script).run(f -> { }));
        assertThat(one).containsExactly(Verdict.PROVED, Verdict.SUPPORTED, Verdict.PROVED, Verdict.REFUTED, Verdict.PROVED).isEqualTo(four);
    }

    @Test
    void what_is_known_so_far_can_be_told_at_any_time() throws InterruptedException {
        Check check = new Check(Library.EMPTY, List.of(Check.Selection.all(source(List.of(theorem("a"), theorem("b"))))), settings(1, 60), script);
        assertThat(check.soFar().complete()).isFalse();
        List<Integer> known = new ArrayList<>();
        check.run(finding -> known.add(check.soFar().findings().size()));
        assertThat(known).containsExactly(1, 2);
        assertThat(check.soFar().complete()).isTrue();
    }

    private Report check(Source source) throws InterruptedException {
        return new Check(Library.EMPTY, List.of(Check.Selection.all(source)), settings(2, 60), script).run(finding -> { });
    }

    private static Settings settings(int threads, int seconds) {
        return new Settings(1, 1000, Duration.ofSeconds(seconds), threads, true, 32, Optional.empty());
    }

    private static List<Verdict> verdicts(Report report) {
        return report.findings().stream().map(Finding::verdict).toList();
    }

    private static Source source(List<Claim> claims, String... certified) {
        return source("mine.tenet", claims, certified);
    }

    private static Source source(String name, List<Claim> claims, String... certified) {
        Map<String, Certificate> certificates = new ConcurrentHashMap<>();
        for (String id : certified) certificates.put(id, new Certificate(id, List.of()));
        return new Source(name, "", new Document(name, List.of(), claims), StoredCertificates.of(certificates, Map.of()));
    }

    private static Claim theorem(String id, String... cited) {
        List<Derivation.Reason> reasons = new ArrayList<>();
        for (String other : cited) reasons.add(new Derivation.Reason.Fact(other, List.of()));
        return theorem(id, reasons.isEmpty() ? List.of() : List.of(new Derivation.By(reasons, PLACE)));
    }

    private static Claim theorem(String id, List<Derivation> derivation) {
        return claim(id, Kind.THEOREM, Expectation.SUPPORTED, derivation);
    }

    private static Claim claim(String id, Kind kind, Expectation expectation) {
        return claim(id, kind, expectation, List.of());
    }

    private static Claim claim(String id, Kind kind, Expectation expectation, List<Derivation> derivation) {
        Statement statement = new Statement(id, Signature.EMPTY, List.of(), Formula.equal(Term.number(1), Term.number(1)));
        return new Claim(kind, statement, id, Optional.empty(), Optional.empty(), Optional.empty(), expectation, derivation, List.of(), List.of(), PLACE);
    }

    /** Methods that answer as they are told, by the id of the claim. Relations between different numbers are false. */
    private static final class Script implements Methods {
        final List<String> provable = new ArrayList<>();
        final List<String> accepted = new ArrayList<>();
        final List<String> rejected = new ArrayList<>();
        final List<String> refuted = new ArrayList<>();
        final List<String> deaf = new ArrayList<>();
        final Map<String, Formula> stuckAt = new ConcurrentHashMap<>();
        final Map<String, Throwable> thrown = new ConcurrentHashMap<>();
        final Map<String, List<String>> known = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<String> searched = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<String> attacked = new ConcurrentLinkedQueue<>();
        final CountDownLatch release = new CountDownLatch(1);

        @Override
        public Checker.Result check(Statement statement, Certificate certificate, Known mayUse) {
            String id = statement.id();
            boolean found = !certificate.steps().isEmpty();
            if (!rejected.contains(id) && (found || accepted.contains(id))) return new Checker.Result.Proved(AssumedTheorem.of(statement));
            return new Checker.Result.Rejected(4, "identity", "sides differ");
        }

        @Override
        public Prover.Outcome prove(Claim claim, Known mayUse) {
            String id = claim.id();
            searched.add(id);
            known.put(id, List.copyOf(mayUse.theorems().keySet()));
            while (deaf.contains(id) && release.getCount() > 0) Thread.onSpinWait();
            if (!provable.contains(id))
                return new Prover.Outcome.Stuck(claim.place(), stuckAt.getOrDefault(id, claim.statement().conclusion()), "no idea");
            Certificate.Step step = new Certificate.Step(1, List.of(), List.of(), claim.statement().conclusion(), "identity",
                    Optional.empty(), List.of(), Map.of(), "");
            return new Prover.Outcome.Found(new Certificate(id, List.of(step)));
        }

        @Override
        public List<Evidence> attack(Claim claim, long seed, int tries, Duration limit, double horizon) {
            attacked.add(claim.id());
            switch (thrown.get(claim.id())) {
                case Error error -> throw error;
                case RuntimeException unchecked -> throw unchecked;
                case null, default -> { }
            }
            boolean wrong = claim.statement().conclusion() instanceof Formula.Relation(var comparison, Term left, Term right) && !left.equals(right);
            if (wrong || refuted.contains(claim.id()))
                return List.of(new Evidence.Refutation(new Counterexample(List.of(), List.of(), "hand"), Optional.empty()));
            return List.of(new Evidence.Samples(seed, tries, tries, tries, 0, OptionalDouble.empty(), OptionalDouble.empty(), Map.of(), false));
        }
    }
}
