package tenet.symbolic.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.claim.Derivation;
import tenet.symbolic.claim.Document;
import tenet.symbolic.claim.Sampling;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.term.Term;

/** Theories and claims to text, laid out as a person would. */
final class ClaimPrinter {
    private static final int WIDE = 110;

    private final StringBuilder out = new StringBuilder();

    String text() {
        return out.toString();
    }

    void theory(Document.Theory theory) {
        notes(theory.notes());
        Document.Basis basis = theory.basis();
        line(0, "theory " + theory.name() + title(theory.title())
                + (basis.theories().isEmpty() ? "" : " extends " + String.join(", ", basis.theories())));
        theory.citation().ifPresent(citation -> line(1, citation(citation)));
        theory.signature().declarations().stream().filter(declaration -> !basis.signature().declarations().contains(declaration))
                .forEach(declaration -> line(1, DeclarationPrinter.text(declaration, theory.signature())));
        theory.assumptions().subList(basis.assumptions().size(), theory.assumptions().size()).forEach(assumption -> line(1, hypothesis(assumption)));
        theory.sampling().subList(basis.sampling().size(), theory.sampling().size()).forEach(sampling -> line(1, sampling(sampling)));
    }

    /**
     * @param theory  the theory that the claim is stated in
     * @param current the name of the theory that precedes the claim in its file: it need not be said
     */
    void claim(Claim claim, Optional<Document.Theory> theory, Optional<String> current) {
        notes(claim.notes());
        line(0, kind(claim.kind()) + " " + claim.id() + title(claim.title()) + claim.variantOf().map(id -> " of " + id).orElse(""));
        if (!claim.theory().equals(current)) line(1, "in " + claim.theory().orElse("none"));
        claim.citation().ifPresent(citation -> line(1, citation(citation)));
        int shared = theory.map(found -> found.signature().declarations().size()).orElse(0);
        List<Declaration> all = claim.statement().signature().declarations();
        for (Declaration declaration : all.subList(shared, all.size()))
            line(1, DeclarationPrinter.text(declaration, claim.statement().signature()));
        int assumed = theory.map(found -> found.assumptions().size()).orElse(0);
        claim.statement().hypotheses().stream().skip(assumed).forEach(hypothesis -> line(1, hypothesis(hypothesis)));
        Formula conclusion = claim.statement().conclusion();
        List<String> bindings = new ArrayList<>();
        while (conclusion instanceof Formula.ForAll || conclusion instanceof Formula.ForEvery) {
            if (conclusion instanceof Formula.ForAll forAll) {
                bindings.add(TermPrinter.text(forAll.range()));
                conclusion = forAll.body();
            } else if (conclusion instanceof Formula.ForEvery forEvery) {
                bindings.add(forEvery.name() + " : " + TermPrinter.text(forEvery.sort()));
                conclusion = forEvery.body();
            }
        }
        if (!bindings.isEmpty()) line(1, "for " + String.join(", ", bindings));
        line(1, "show " + FormulaPrinter.text(conclusion));
        claim.derivation().forEach(step -> derivation(step, 1));
        claim.sampling().stream().skip(theory.map(found -> found.sampling().size()).orElse(0)).forEach(sampling -> line(1, sampling(sampling)));
        if (claim.expectation() != Claims.defaultExpectation(claim.kind()))
            line(1, "expect " + claim.expectation().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    void blank() {
        if (!out.isEmpty()) out.append('\n');
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }

    private void notes(List<String> notes) {
        notes.forEach(note -> line(0, note.isEmpty() ? "#" : "# " + note));
    }

    private static String title(String title) {
        return title.isEmpty() ? "" : " " + QuotedText.quote(title);
    }

    private static String kind(Claim.Kind kind) {
        return switch (kind) {
            case THEOREM -> "theorem";
            case FALSE_CLAIM -> "false claim";
            case TRUE_VARIANT -> "true variant";
            case CONJECTURE -> "conjecture";
            case LEMMA -> "lemma";
        };
    }

    private static String citation(Claim.Citation citation) {
        return "cite " + (citation.source().isEmpty() ? "" : QuotedText.quote(citation.source()) + " ")
                + citation.status().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String sampling(Sampling sampling) {
        return "sample " + sampling.name() + " in " + sampling.low() + ".." + sampling.high().map(Object::toString).orElse("");
    }

    private static String hypothesis(Hypothesis hypothesis) {
        String when = switch (hypothesis.when()) {
            case NOW -> "";
            case ALWAYS -> "always ";
            case INITIALLY -> "initially ";
        };
        return "given " + when + hypothesis.name() + ": " + FormulaPrinter.text(hypothesis.formula());
    }

    private void derivation(Derivation derivation, int depth) {
        switch (derivation) {
            case Derivation.Have have -> {
                String head = "have " + have.name() + ": " + FormulaPrinter.text(have.formula()) + by(have.reasons());
                if (have.inner().isEmpty()) {
                    line(depth, head);
                } else {
                    line(depth, head + " {");
                    have.inner().forEach(step -> derivation(step, depth + 1));
                    line(depth, "}");
                }
            }
            case Derivation.Cases cases -> cases.cases().forEach(one -> {
                line(depth, "case " + one.name() + ": " + FormulaPrinter.text(one.formula()) + " {");
                one.inner().forEach(step -> derivation(step, depth + 1));
                line(depth, "}");
            });
            case Derivation.Calc calc -> calc(calc, depth);
            case Derivation.By by -> line(depth, by(by.reasons()).strip());
        }
    }

    private void calc(Derivation.Calc calc, int depth) {
        Optional<Term> shape = Stream.concat(Stream.of(calc.start()), calc.steps().stream().map(Derivation.Step::right))
                .filter(term -> !FormulaPrinter.isZero(term)).findFirst();
        String start = "calc " + side(calc.start(), shape);
        List<String> rights = calc.steps().stream().map(step -> step.comparison().sign() + " " + side(step.right(), shape)).toList();
        boolean oneLine = start.length() + rights.getFirst().length() < WIDE && start.length() < WIDE / 2;
        String margin = oneLine ? " ".repeat(start.length() + 1) : "    ";
        int widest = rights.stream().mapToInt(String::length).filter(length -> length < WIDE - margin.length()).max().orElse(0);
        if (!oneLine) line(depth, start);
        for (int i = 0; i < rights.size(); i++) {
            String lead = i == 0 && oneLine ? start + " " : margin;
            List<Derivation.Reason> reasons = calc.steps().get(i).reasons();
            String padding = " ".repeat(Math.max(0, widest - rights.get(i).length()));
            line(depth, lead + rights.get(i) + (reasons.isEmpty() ? "" : padding + "  " + by(reasons)));
        }
    }

    private static String side(Term term, Optional<Term> shape) {
        return shape.map(other -> FormulaPrinter.side(term, other)).orElseGet(() -> TermPrinter.text(term));
    }

    private static String by(List<Derivation.Reason> reasons) {
        return reasons.isEmpty() ? "" : " by " + reasons.stream().map(ClaimPrinter::reason).collect(Collectors.joining(", "));
    }

    private static String reason(Derivation.Reason reason) {
        return switch (reason) {
            case Derivation.Reason.Fact(String name, List<Term> arguments, Map<String, Term> named) -> {
                List<String> given = new ArrayList<>(arguments.stream().map(TermPrinter::text).toList());
                named.forEach((key, value) -> given.add(key + " := " + TermPrinter.text(value)));
                yield name + (given.isEmpty() ? "" : "(" + String.join(", ", given) + ")");
            }
            case Derivation.Reason.Law(String words) -> Laws.known(words) ? words : QuotedText.quote(words);
            case Derivation.Reason.Induction(String index, boolean downwards) -> "induction on " + index + (downwards ? " down" : "");
        };
    }
}
