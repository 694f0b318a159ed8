package tenet.symbolic.typeset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Comparison;
import tenet.symbolic.formula.Hypothesis;
import tenet.symbolic.kernel.Certificate;
import tenet.symbolic.term.Term;

/** Claims and their derivations as plain text, 80 columns wide where the formulas allow: every line is a step of the certificate. */
public final class TextDerivation {
    static final int WIDTH = 80;
    private static final int INDENT = 7;
    private static final Notation NOTATION = new TextNotation();

    private final Phrases phrases = new Phrases(NOTATION);
    private final Preamble preamble = new Preamble(NOTATION);
    private final RuleWords rules = new RuleWords(NOTATION);
    private final List<String> lines = new ArrayList<>();

    private TextDerivation() {
    }

    /** The claim alone: title, source, what is given and assumed, and the conclusion. Ends with a line break. */
    public static String statement(Claim claim) {
        TextDerivation text = new TextDerivation();
        text.stated(claim);
        return String.join("\n", text.lines) + "\n";
    }

    /**
     * The claim followed by its derivation. Ends with a line break.
     *
     * @param lemmas the ids of the lemmas that the derivation rests on
     */
    public static String text(Claim claim, Certificate certificate, Collection<String> lemmas) {
        TextDerivation text = new TextDerivation();
        text.stated(claim);
        text.derived(certificate, lemmas);
        return String.join("\n", text.lines) + "\n";
    }

    private void stated(Claim claim) {
        paragraph(0, Preamble.kind(claim.kind()) + " " + claim.id() + (claim.title().isBlank() ? "" : ": " + NOTATION.text(claim.title())));
        claim.citation().ifPresent(citation -> paragraph(2, preamble.citation(citation)));
        lines.add("");
        preamble.sentences(claim.statement().signature()).forEach(sentence -> paragraph(2, sentence));
        List<Hypothesis> hypotheses = claim.statement().hypotheses();
        boolean moves = Preamble.moves(claim.statement());
        if (!hypotheses.isEmpty()) {
            paragraph(2, moves ? "Consider a time of the motion, and assume:" : "Assume:");
            for (Hypothesis hypothesis : hypotheses) paragraph(4, "(" + hypothesis.name() + ") " + preamble.assumption(hypothesis, moves));
        }
        Phrases.Stated conclusion = phrases.stated(claim.statement().conclusion());
        String opening = hypotheses.isEmpty() && moves ? "Then, at all times" : "Then";
        paragraph(2, String.join(", ", with(opening, conclusion.scope())) + (opening.equals("Then") && conclusion.scope().isEmpty() ? "" : ","));
        rows("", conclusion.rows());
    }

    private static List<String> with(String first, List<String> more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    private void derived(Certificate certificate, Collection<String> lemmas) {
        lines.add("");
        lines.add("Derivation");
        List<Outline.Block> blocks = Outline.of(certificate);
        for (int i = 0; i < blocks.size(); i++) {
            boolean still = i > 0 && blocks.get(i).sameAssumptions(blocks.get(i - 1));
            switch (blocks.get(i)) {
                case Outline.Block.Single(Certificate.Step step) -> single(step, phrases.setting(step, still));
                case Outline.Block.Calculation calculation -> {
                    List<String> setting = phrases.setting(calculation.setting(), still);
                    paragraph(2, setting.isEmpty() ? "We have" : Phrases.capitalised(String.join(", ", setting)) + ",");
                    calculation(calculation);
                    calculation.result().ifPresent(step -> single(step, List.of()));
                }
            }
        }
        paragraph(2, lemmas.isEmpty() ? "This rests on no lemma." : "This rests on the " + (lemmas.size() == 1 ? "lemma " : "lemmas ")
                + RuleWords.listed(List.copyOf(lemmas)) + ".");
    }

    private void single(Certificate.Step step, List<String> setting) {
        Phrases.Stated stated = phrases.stated(step.conclusion());
        List<String> words = new ArrayList<>(setting);
        words.add(rules.opening(step));
        words.addAll(stated.scope());
        paragraph(2, Phrases.capitalised(String.join(", ", words)) + ",");
        rows(number(step), stated.rows());
    }

    private static String number(Certificate.Step step) {
        return "(" + step.number() + ")";
    }

    /** The rows of one step; its number stands before the first. */
    private void rows(String number, List<Phrases.Row> rows) {
        String label = number;
        for (Phrases.Row row : rows) {
            if (row.chain().isEmpty()) {
                labelled(label, row.words());
            } else {
                Phrases.Chain chain = row.chain().get();
                String whole = phrases.chain(chain) + (row.words().isEmpty() ? "" : "   " + row.words());
                if (whole.length() <= WIDTH - INDENT) labelled(label, whole);
                else {
                    broken(label, "", chain.start(), INDENT);
                    for (Phrases.Link link : chain.links()) broken("", sign(link.comparison()), link.right(), INDENT + 2);
                    if (!row.words().isEmpty()) paragraph(INDENT + 2, row.words());
                }
            }
            label = "";
        }
    }

    private static String sign(Comparison comparison) {
        return NOTATION.sign(comparison) + " ";
    }

    private void calculation(Outline.Block.Calculation calculation) {
        broken("", "", calculation.start(), INDENT);
        for (Outline.Row row : calculation.rows()) {
            String note = row.quoted() ? number(row.step()) : rules.note(row.step());
            broken(row.quoted() ? "" : number(row.step()), sign(row.comparison()), row.right(), INDENT + 2);
            String line = lines.getLast();
            int room = WIDTH - Math.max(line.length() + 3, WIDTH / 2);
            if (note.length() <= room) lines.set(lines.size() - 1, line + " ".repeat(WIDTH - line.length() - room) + note);
            else paragraph(INDENT + 6, note);
        }
    }

    private void labelled(String label, String line) {
        lines.add(" ".repeat(Math.max(0, INDENT - 1 - label.length())) + label + " " + line);
    }

    /** A term over as many lines as it needs, broken before summands. */
    private void broken(String label, String sign, Term term, int indent) {
        String number = label.isEmpty() ? "" : " ".repeat(Math.max(0, INDENT - 1 - label.length())) + label;
        String line = number + " ".repeat(Math.max(1, indent - number.length())) + sign;
        boolean empty = true;
        for (String part : TextTerms.summands(term).stream().flatMap(summand -> folded(summand, WIDTH - indent - 4).stream()).toList()) {
            if (!empty && line.length() + 1 + part.length() > WIDTH) {
                lines.add(line);
                line = " ".repeat(indent + 2) + part;
            } else {
                line += (empty ? "" : " ") + part;
            }
            empty = false;
        }
        lines.add(line);
    }

    /** Code in pieces of at most so many characters where spaces allow that; between pieces a space is lost. */
    private static List<String> folded(String code, int width) {
        if (code.length() <= width) return List.of(code);
        List<String> pieces = new ArrayList<>();
        String rest = code;
        while (rest.length() > width) {
            int at = rest.lastIndexOf(' ', width);
            // An operator goes with what follows it.
            if (at > 2 && rest.charAt(at - 2) == ' ' && "+-=".indexOf(rest.charAt(at - 1)) >= 0) at -= 2;
            if (at <= 0) break;
            pieces.add(rest.substring(0, at));
            rest = rest.substring(at + 1);
        }
        pieces.add(rest);
        return pieces;
    }

    /** Words wrapped at spaces. */
    private void paragraph(int indent, String words) {
        Optional<String> line = Optional.empty();
        for (String word : words.split(" ")) {
            String margin = " ".repeat(line.isEmpty() ? indent : 0);
            String longer = line.map(text -> text + " " + word).orElse(margin + word);
            if (line.isPresent() && longer.length() > WIDTH) {
                lines.add(line.get());
                longer = " ".repeat(indent + 2) + word;
            }
            line = Optional.of(longer);
        }
        line.ifPresent(lines::add);
    }
}
