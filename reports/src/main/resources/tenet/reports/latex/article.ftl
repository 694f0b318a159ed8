[#ftl output_format="LaTeX"]
\documentclass[10pt,a4paper]{article}
\ifdefined\pdftrailerid\pdftrailerid{}\fi
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage[T1]{fontenc}
\usepackage{amsmath,array,longtable,booktabs}
\IfFileExists{microtype.sty}{\usepackage{microtype}}{}
\usepackage{tenet}
\newif\iftenetplots
\IfFileExists{pgfplots.sty}{\usepackage{pgfplots}\tenetplotstrue}{}
\iftenetplots
  \pgfplotsset{compat=1.14}
  \newcommand\tenetplot[1]{\begin{center}#1\end{center}}
\else
  \newcommand\tenetplot[1]{\emph{A plot is left out: the package pgfplots is not installed.}\par}
\fi
\usepackage[hidelinks,bookmarksnumbered]{hyperref}
\setcounter{tocdepth}{2}
\newcommand\claimsection[1]{\par\bigskip\phantomsection\label{claim:#1}}
\newcommand\tenetid[1]{{\small\ttfamily\hyphenchar\font=-1 #1}}
\newcommand\tenetsign[3]{\par\noindent\hangindent2em\hangafter1 $#1$ (\tenetid{#2}): #3\par}
\title{[=title]}
\author{}
\date{}
\begin{document}
\maketitle
\thispagestyle{plain}
\noindent [=book.entries()?size] claims were looked at; [#if book.report().met()]all as expected[#else][=book.entries()?filter(e -> !e.finding().met())?size] of them fall short of what their files expect[/#if].
Samples use the seed [=book.report().seed()]. A verdict is never better than what was checked.

\begin{center}\small
\begin{tabular}{lrp{0.6\linewidth}}
\toprule
verdict & claims & meaning \\
\midrule
[#list counts as count]
[=count.words()] & [=count.count()] & \raggedright\arraybackslash [=count.meaning()] \\
[/#list]
\bottomrule
\end{tabular}
\end{center}

\tableofcontents

\section{Notation}
\begin{longtable}{@{}lp{0.72\linewidth}@{}}
\toprule
sign & meaning \\
\midrule
\endhead
\bottomrule
\endfoot
$M^{\top}$, $M^{-1}$, $\operatorname{adj}(M)$ & transpose, inverse, adjugate \\
$\lVert x \rVert$, $\lVert M \rVert_{F}$ & Euclidean norm of a vector, Frobenius norm of a matrix \\
$\langle x,\, y \rangle$ & sum of the products of the entries \\
$\operatorname{tr}(M)$, $\det(M)$ & trace, determinant \\
$W_{L} \cdots W_{1}$ & product over falling indices; a product over no index is the identity \\
$\bigotimes_{n} w_{n}$ & outer product \\
$M^{p}$ & for a fraction $p$ and a positive semidefinite $M$, its positive semidefinite power \\
$\nabla \ell(E)$ & the gradient of $\ell$ at $E$, in the shape of $E$ \\
$\dot{x}$, $\frac{d}{dt}$ & derivative in time along the motion \\
\end{longtable}
\begingroup\emergencystretch=5em
[#list theories as theory]
\par\medskip\noindent\textit{[=theory.title()]}\par\nopagebreak
[#list theory.symbols() as symbol]
\tenetsign{[=symbol.code()]}{[=symbol.name()]}{[=symbol.sentence()]}
[/#list]
[/#list]
\endgroup

[#list chapters as chapter]
\section{[=chapter.file()]}
[#list chapter.claims() as claim]
\claimsection{[=claim.slug()?no_esc]}[#if claim.main()]\addcontentsline{toc}{subsection}{[=claim.title()]}[/#if]
\input{fragments/[=claim.slug()?no_esc]}
[#if claim.rows()?has_content]
\begin{center}\small
\begin{tabular}{@{}lp{0.7\linewidth}@{}}
\toprule
[#list claim.rows() as row]
[=row.name()] & \raggedright\arraybackslash [=row.text()] \\
[/#list]
\bottomrule
\end{tabular}
\end{center}
[/#if]
[#if claim.variants()?has_content]
\par\noindent Variants:
\begin{tenetinstance}
[#list claim.variants() as variant]
\item \tenetid{[=variant.id()]} ([=variant.title()], p.~\pageref{claim:[=variant.slug()?no_esc]}): \textsc{[=variant.verdict()]}.
[/#list]
\end{tenetinstance}
[/#if]
[#list claim.plots()]
\tenetplot{%
[#items as plot]
\begin{tikzpicture}[baseline=(current axis.south)]
\begin{axis}[width=[=plot.alone()?then("0.8", "0.52")]\linewidth, height=4.6cm, xlabel={time}, title={[=plot.title()]}, title style={font=\small}, label style={font=\small},
  tick label style={font=\footnotesize}, legend style={font=\footnotesize, at={(0.5,-0.32)}, anchor=north, draw=none}, legend columns=2, no markers, enlargelimits=false[#if plot.logarithmic()], ymode=log[/#if],
  cycle list={{blue!70!black, thick}, {red!75!black, thick, dashed}, {green!45!black, thick, densely dotted}, {violet, thick, dash dot}, {teal, thick}, {brown, thick, dashed}}]
[#list plot.columns() as column]
\addplot coordinates {[=column.points()]};
\addlegendentry{$[=column.code()]$}
[/#list]
\end{axis}
\end{tikzpicture}[#sep]\hfill[/#sep]
[/#items]
}
{\small\noindent A motion from a sampled start that satisfies the hypotheses, in floating point; it illustrates and decides nothing.\par}
[/#list]
[/#list]
[/#list]
\end{document}
