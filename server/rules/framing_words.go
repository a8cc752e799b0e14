package rules

// What tells that the authors choose.
var (
	choosing   = setOf("choose choosing chose chosen choice choices decide decided deciding decision pick picked picking select selecting selection commit settle settled opt opted prefer question dilemma torn comes boils")
	chooser    = setOf("we our us team teams i must will require requires need needs have has forced only it's decision choice choices option options should shall system service project design database store architecture")
	authors    = setOf("we our us i you team")
	adopting   = setOf("accept take use go adopt will build buy keep drop prefer")
	obligating = setOf("must should shall have has need needs choose pick decide select forced going use adopt go question whether")
	ourMove    = setOf("to we should")
	choiceNoun = setOf("choice question decision comes boils")
	forced     = setOf("must have has had need forced no")
	binding    = setOf("must has have had needs need")
	directly   = setOf("be use run choose pick go")
	modals     = setOf("can could must may have")
)

// What tells that there is nothing else.
var (
	pressure    = setOf("only leaves leaving left debated debating torn unavoidable inevitable binary dilemma")
	optionNouns = setOf("options choices alternatives possibilities approaches ways paths")
	lastOption  = setOf("alternative option choice")
	twoWord     = setOf("two")
	onlyWord    = setOf("only")
	bothWord    = setOf("both")
	impossible  = setOf("cannot can't impossible unable couldn't")
	giveUp      = setOf("sacrifice sacrificing trade give forgo forego abandon surrender")
	noMoreCues  = setOf("both one nothing binary third other alternative")
	pairing     = setOf("and so ,")
)

// What tells that it is no choice of the authors, or none at all.
var (
	askers   = setOf("users user clients client operators operator customers customer admins administrators callers caller developers consumers tenants tenant readers you he she they programmers who server servers implementations")
	capable  = setOf("support supports supported supporting accept accepts accepted return returns returned respond responds configured configurable configure allow allows allowed lets let works works handles can-be may might optionally depending whichever both used sent stored received matches contains via through flag parameter field value mode setting function callback method argument")
	refusals = setOf("not don't doesn't never without rather instead needn't no isn't nor neither false")
	avoiding = setOf("avoid avoids avoiding")
	weighing = setOf("tradeoff tradeoffs trade-off trade-offs difference differences comparison compare compares compared")
)

// Single words that several places look for.
var (
	cuts        = setOf(". ; : ? ! ( )")
	weWord      = setOf("we")
	whetherWord = setOf("whether")
	itIs        = setOf("it's is")
)
