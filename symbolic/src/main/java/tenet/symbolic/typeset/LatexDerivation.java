package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.kernel.Certificate;

/**
 * Claims and their derivations as LaTeX to {@code \input}: every line of a derivation is a step of its certificate, with
 * the step's number and reason. Compiles in a plain {@code article} with {@code amsmath}.
 */
public final class LatexDerivation {
    private static final Notation NOTATION = LatexFormulas.NOTATION;
    /** Rather wide spaces than words beyond the margin, as formulas in sentences break at few places. */
    private static final String ELASTIC = "\\begingroup\\emergencystretch=5em\n";

    private final Phrases phrases = new Phrases(NOTATION);
    private final Preamble preamble = new Preamble(NOTATION);
    private final RuleWords rules = new RuleWords(NOTATION);
    private final LatexDisplay display = new LatexDisplay(NOTATION);

    private LatexDerivation() {
    }

    /** The claim alone: title, source, what is given and assumed, and the conclusion. */
    public static String statement(Claim claim) {
        return new LatexDerivation().stated(claim);
    }

    /**
     * The claim followed by its derivation.
     *
     * @param lemmas the ids of the lemmas that the derivation rests on
     */
    public static String fragment(Claim claim, Certificate certificate, Collection<String> lemmas) {
        return statement(claim) + "\n" + derivation(certificate, lemmas);
    }

    /** The derivation alone. */
    public static String derivation(Certificate certificate, Collection<String> lemmas) {
        return new LatexDerivation().derived(certificate, lemmas);
    }

    /** A document of its own round fragments. */
    public static String document(String title, List<String> fragments) {
        return "\\documentclass{article}\n\\usepackage{amsmath}\n\\title{" + LatexText.escape(title)
                + "}\n\\author{}\n\\date{}\n\\begin{document}\n\\maketitle\n"
                + String.join("\n\\bigskip\n", fragments) + "\\end{document}\n";
    }

    private String stated(Claim claim) {
        StringBuilder out = new StringBuilder("% " + claim.id().replaceAll("[^ -~]", "?") + "\n" + ELASTIC);
        out.append("\\par\\medskip\n{\\raggedright\\noindent\n\\textbf{").append(Preamble.kind(claim.kind())).append("}");
        if (!claim.title().isBlank()) out.append(" (").append(LatexText.escape(claim.title())).append(")");
        out.append("\\textbf{.}\n{\\small ").append(NOTATION.id(claim.id()));
        claim.citation().ifPresent(citation -> out.append("; ").append(preamble.citation(citation)));
        out.append(".}\\par}\\nopagebreak\\noindent\n");
        return out.append(LatexFormulas.statement(claim.statement())).append("\\endgroup\n").toString();
    }

    private String derived(Certificate certificate, Collection<String> lemmas) {
        StringBuilder out = new StringBuilder(ELASTIC + "\\par\\smallskip\\noindent\\textit{Derivation.}\n");
        List<Outline.Block> blocks = Outline.of(certificate);
        for (int i = 0; i < blocks.size(); i++) out.append(block(blocks.get(i), i > 0 && blocks.get(i).sameAssumptions(blocks.get(i - 1))));
        out.append(lemmas.isEmpty() ? "This rests on no lemma.\n" : "This rests on the " + (lemmas.size() == 1 ? "lemma " : "lemmas ")
                + RuleWords.listed(lemmas.stream().map(NOTATION::id).toList()) + ".\n");
        return out.append("\\hspace*{\\fill}\\rule{1ex}{1ex}\\par\n\\endgroup\n").toString();
    }

    /** @param still whether the block before is under the same assumptions, which then need not be said again */
    private String block(Outline.Block block, boolean still) {
        return switch (block) {
            case Outline.Block.Single(Certificate.Step step) -> single(step, rules.opening(step), still);
            case Outline.Block.Calculation calculation -> {
                List<LatexDisplay.Line> lines = calculation.rows().stream().map(this::line).toList();
                String opening = LatexFormulas.opening(phrases.setting(calculation.setting(), still));
                yield (opening.isEmpty() ? "We have\n" : opening) + display.calculation(calculation.start(), lines) + "\n"
                        + calculation.result().map(step -> result(step)).orElse("");
            }
        };
    }

    private LatexDisplay.Line line(Outline.Row row) {
        String number = "" + row.step().number();
        return row.quoted() ? new LatexDisplay.Line(row.comparison(), row.right(), "(" + number + ")", "")
                : new LatexDisplay.Line(row.comparison(), row.right(), rules.note(row.step()), number);
    }

    private String single(Certificate.Step step, String reason, boolean still) {
        Phrases.Stated stated = phrases.stated(step.conclusion());
        List<String> words = new ArrayList<>(phrases.setting(step, still));
        words.add(reason);
        words.addAll(stated.scope());
        return LatexFormulas.opening(words) + display.display(stated.rows(), "" + step.number()) + "\n";
    }

    /** The combined relation; its indices and assumptions are those of the calculation just shown. */
    private String result(Certificate.Step step) {
        return LatexFormulas.opening(List.of(rules.opening(step))) + display.display(phrases.stated(step.conclusion()).rows(), "" + step.number()) + "\n";
    }
}
