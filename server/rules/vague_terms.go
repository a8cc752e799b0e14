package rules

// vagueClass is a kind of quality that requirements name without saying how much.
type vagueClass struct {
	name  string
	ask   string // what to state: completes "state ..."
	blank string // what the quick fix inserts, for the author to fill in
	minor bool   // seldom decides a design
	bound bool   // means something exact, too, so that it counts in requirements only

	qualities string // say all by themselves: "high availability"
	traits    string // adjectives that count as predicates only: "must be fast"
	manners   string // adverbs: "must load quickly"
	amounts   string // need something that is counted: "a large number of users"
	gauges    string // what is measured, when only "low" or "high" is said of it: "latency must be low"
	harms     string // what must not be: "noticeably slow down", "significant load"
	overruns  string // the same, in full: "must not take too long"

	measured measure // what, beside it, makes it measurable
}

// Phrases are separated by commas; one with blanks may also be written with
// hyphens.
var vagueClasses = []vagueClass{
	{
		name: "latency", measured: measureTime | measureTarget,
		ask:   "which percentile of latency, at what load and where it is measured",
		blank: " (p99 < ___ ms at ___ requests/s)",
		qualities: "low latency, minimal latency, very low latency, ultra low latency, good latency, minimal delay, minimum latency, minimum delay, as fast as possible, as low as possible, as short as possible, " +
			"as quickly as possible, good performance, high performance, great performance, excellent performance, highly performant, near instant, " +
			"quick response, fast response, fast responses, quick responses, short response time, short response times, fast response times, " +
			"quick response times, low response times, low response time, reasonable latency, acceptable latency, acceptable performance, reasonable performance, lightning fast, " +
			"lowest latency, lowest possible latency, without noticeable delay, no noticeable latency, no noticeable delay, without delay, without any delay, good response times, blazing fast, blazingly fast, perform well, performs well, " +
			"no noticeable lag, without lag, lag free, acceptable speed, good speed, decent performance, best possible performance, maximum performance, interactive speed, short waiting times, short wait times, respond fast, excellent response times, perceived as instant, " +
			"in no time, with little delay, in the blink of an eye, without waiting",
		traits:   "fast, quick, responsive, snappy, performant, instant, instantaneous",
		manners:  "quickly, promptly, instantly, swiftly, rapidly, instantaneously, fast",
		gauges:   "times, latency, latencies, response time, response times, load time, load times, delay, delays, lag, performance, page load times, page load time, waiting times, wait times, speed",
		overruns: "too long, too slow, too slowly, wait long, wait for long, wait too long, take long, too much time, too much latency, too much delay",
	},
	{
		name: "availability", measured: measureShare | measureTarget | measureTime | measureCount,
		ask:   "which share of requests succeeds over which window, and how long recovery may take",
		blank: " (___ % of requests succeed over ___ days)",
		qualities: "highly available, high availability, very high availability, always available, always be available, available at all times, minimal downtime, " +
			"minimal disruption, minimal impact on users, minimal interruption, minimum downtime, little downtime, very little downtime, near zero downtime, as little downtime as possible, highly reliable, high reliability, " +
			"very reliable, extremely reliable, rock solid, always on, good availability, good uptime, high uptime, maximum availability, maximum uptime, " +
			"always be up, very available, extremely available, almost always available, rarely be down, rarely go down, extremely high availability, continuously available, always up, " +
			"round the clock, almost no downtime, rarely fail, never go down, up and running at all times, accessible at all times, stable operation, with no noticeable interruption, uninterrupted, very stable, highly stable, " +
			"around the clock, up all the time, " +
			"available always, available all the time, available at any time, as reliable as possible, as available as possible, as stable as possible",
		traits: "reliable, dependable, rare",
		gauges: "availability, uptime, downtime, reliability, interruption, interruptions, disruption, disruptions",
	},
	{
		name: "faults", measured: measureShare | measureTarget | measureTime | measureCount,
		ask:   "which faults it survives, and what users notice meanwhile",
		blank: " (survives ___ with ___)",
		qualities: "fault tolerant, highly resilient, highly robust, highly fault tolerant, very robust, very resilient, degrade gracefully, recover gracefully, handle failures gracefully, failures gracefully, handle errors gracefully, " +
			"as robust as possible, as resilient as possible",
		traits: "resilient, robust, fault-tolerant",
		gauges: "resilience, fault tolerance",
	},
	{
		name: "scale", measured: measureLoad | measureCount | measureShare,
		ask:   "how many users, requests per second and bytes, today and at the peak it is planned for",
		blank: " (___ users, ___ requests/s at peak)",
		qualities: "highly scalable, scale well, scale easily, easily scale, scales well, scales easily, infinitely scalable, massively scalable, very scalable, extremely scalable, high scalability, good scalability, " +
			"horizontally scalable, massive scale, high throughput, very high throughput, good throughput, high load, heavy load, high traffic, heavy traffic, high loads, heavy loads, " +
			"future growth, traffic spikes, spikes in traffic, sudden spikes, spikes in load, load spikes, traffic bursts, increasing load, growing load, increasing traffic, growing traffic, huge traffic, massive traffic, huge load, " +
			"large scale, at scale, web scale, internet scale, peak traffic, peak load, peak loads, increased load, increased traffic, any load, scale seamlessly, scale to meet demand, scale with demand, unlimited scalability, " +
			"high volume, high volumes, very high volume, high volumes of traffic, grow with demand, grow with the business, scale as we grow, handle growth, large volumes, huge volumes, seasonal peaks, heavy usage, high usage, " +
			"scale on demand, growing data volumes, growing data volume, growing volumes, growing amounts of data, increasing volumes, increasing data volumes, large data volumes, large files, big files, huge files, very large files, large data sets, large datasets, large inputs, large payloads, " +
			"huge spikes, huge peaks, huge bursts, huge surges, sudden spikes, sudden peaks, sudden bursts, sudden surges, large spikes, large peaks, large bursts, large surges, big spikes, big peaks, big bursts, big surges, extreme spikes, extreme peaks, extreme bursts, extreme surges, massive spikes, massive peaks, massive bursts, massive surges, unexpected spikes, unexpected peaks, unexpected bursts, unexpected surges, strong spikes, strong peaks, strong bursts, strong surges",
		traits: "scalable",
		amounts: "large number of, large numbers of, very large number of, huge number of, huge numbers of, high number of, high numbers of, massive number of, massive numbers of, " +
			"growing number of, increasing number of, ever growing number of, a lot of, lots of, many, very many, large amounts of, large amount of, huge amounts of, massive amounts of, vast amounts of, large volumes of, " +
			"large volume of, high volume of, high volumes of, huge volumes of, massive volumes of, plenty of, numerous, any number of, unlimited, vast numbers of, tons of",
		gauges: "throughput, scalability",
	},
	{
		name: "deadline", measured: measureTime | measureTarget,
		ask:   "within which time, counted from what, and for which share of cases",
		blank: " (within ___ s for ___ % of cases)",
		qualities: "as soon as possible, in a timely manner, in a timely fashion, within a reasonable time, in a reasonable time, in reasonable time, within reasonable time, asap, without undue delay, " +
			"in a reasonable amount of time, within a reasonable amount of time, within an acceptable time, in an acceptable time, as early as possible, in good time, within a short time, " +
			"in a short time, within a short period, without significant delay, in due time",
		traits: "timely",
	},
	{
		name: "freshness", measured: measureTime | measureTarget,
		ask:       "how late it may be at most, and in how many cases",
		blank:     " (at most ___ s late)",
		qualities: "in real time, real time, near real time, in near real time, reasonably fresh, reasonably up to date, as fresh as possible, near realtime, realtime, almost real time, in realtime, reasonably up-to-date, as up to date as possible",
		gauges:    "staleness, replication lag",
		overruns:  "too stale, too old, too outdated, very stale",
	},
	{
		name: "loss", measured: measureTime | measureShare | measureTarget | measureCount,
		ask:       "how much may be lost, in which failure",
		blank:     " (at most ___ s of data lost if ___ fails)",
		qualities: "minimal data loss, highly durable, high durability, very durable, little data loss, minimum data loss, as little data as possible, extremely durable",
		traits:    "durable",
		gauges:    "data loss, durability, loss of data",
	},
	{
		name: "frequency", measured: measureTime | measureTarget,
		ask:     "how often, and how long the longest gap may be",
		blank:   " (every ___, never more than ___ apart)",
		manners: "frequently, regularly",
	},
	{
		name: "cost", measured: measureAny,
		ask:   "which amount per month or per request, at which load",
		blank: " (at most ___ per month at ___ requests/s)",
		qualities: "cost effective, cost efficient, low cost, minimal cost, minimal costs, as cheap as possible, reasonable cost, reasonably priced, low operational cost, low operating cost, cost effectively, at reasonable cost, reasonably cheap, minimum cost, " +
			"keep costs down, keep the costs down, keep costs under control, budget friendly, economical to run, cheap to run, cheap to operate, inexpensive to run, not too expensive, " +
			"within reason, within reasonable limits, within acceptable limits, within reasonable bounds, within sensible limits",
		traits:   "cheap, inexpensive, affordable",
		gauges:   "cost, costs, spending, operating costs, operational costs",
		overruns: "too expensive, too costly, cost too much, too much money",
	},
	{
		name: "efficiency", measured: measureAny &^ measureLoad,
		ask:   "how much of which resource per which unit of work",
		blank: " (at most ___ of ___ per ___)",
		qualities: "highly efficient, minimal overhead, low overhead, minimum overhead, resource efficient, very efficient, as efficient as possible, as efficiently as possible, highly optimized, highly optimised, " +
			"minimal resources, small footprint, low memory footprint, small memory footprint, minimal footprint, as little memory as possible",
		traits:   "efficient, lightweight",
		gauges:   "overhead, memory usage, memory consumption, cpu usage, resource usage, resource consumption, footprint, efficiency",
		manners:  "efficiently",
		overruns: "too much memory, too much cpu, too many resources, too much bandwidth, too much disk, too much storage, too much space, too much traffic",
	},
	{
		name: "capacity", measured: measureAny,
		ask:   "how much that is, and the load it comes from",
		blank: " (___ for ___ requests/s)",
		qualities: "sufficient capacity, enough capacity, adequate capacity, sufficient headroom, enough headroom, sufficient storage, enough storage, adequate storage, sufficient resources, adequate resources, " +
			"sufficient bandwidth, enough bandwidth, ample capacity, ample headroom, sufficient throughput, adequate throughput, appropriate capacity, adequate performance, sufficient performance, sufficiently fast, sufficiently large",
	},
	{
		name: "effort", measured: measureTime | measureShare | measureTarget,
		ask:   "how many hours of whose time it may take, per month or per change",
		blank: " (at most ___ hours a ___ of ___)",
		qualities: "minimal effort, minimum effort, little effort, very little effort, low effort, as little effort as possible, reasonable effort, minimal maintenance, low maintenance, little maintenance, " +
			"minimal operational effort, low operational effort, minimal operational burden, low operational burden, minimal manual intervention, minimal manual effort, little manual work, " +
			"without much effort, without big effort, with ease, without too much effort, without a lot of effort",
		gauges: "effort, maintenance effort, operational effort, operational burden",
	},
	{
		name: "retention", measured: measureTime | measureTarget,
		ask:   "for how long, and what happens to it then",
		blank: " (for ___ days)",
		qualities: "for a long time, for a long period, long period of time, for an extended period, extended period of time, sufficiently long, sufficiently long period, for as long as possible, " +
			"for a reasonable period, for a reasonable time, for an appropriate period, for an adequate period, for a while, for some time, long enough, " +
			"for a sufficient time, for a sufficient period, sufficient time, sufficient period, a long period",
	},
	{
		name: "impact", measured: measureAny,
		ask:   "how much it may add or take at most, and at which load",
		blank: " (at most ___ at ___ requests/s)",
		harms: "slow, slows, slow down, impact, impacts, affect, affects, degrade, degrades, delay, delays, impair, impairs, hurt, hurts, burden, burdens, load, increase, increases, reduce, reduces, " +
			"worsen, influence, degradation, slowdown, pressure, strain, performance impact, impact on performance, memory pressure",
		overruns: "too much load, too much pressure, too much strain, too much traffic on, too high a load, " +
			"affected much, affected too much, affected noticeably, suffer much, suffer too much, impacted much, impacted too much",
	},
	{
		name: "promptness", measured: measureTime | measureTarget, bound: true,
		ask:     "within which time, counted from what, and for which share of cases",
		blank:   " (within ___ s for ___ % of cases)",
		manners: "immediately, right away, straight away, without hesitation, soon, shortly",
	},
	{
		name: "growth", measured: measureLoad | measureCount | measureShare, bound: true,
		ask:       "how many users, requests per second and bytes, today and at the peak it is planned for",
		blank:     " (to ___ requests/s on ___ nodes)",
		qualities: "scale horizontally, scales horizontally, scale out, scales out, scale up and down, scale elastically, scales elastically, horizontal scalability, elastic scalability",
		traits:    "elastic",
	},
	{
		name: "security", measured: measureAny, minor: true,
		ask:   "what must be protected, against whom",
		blank: " (against ___ by ___)",
		qualities: "highly secure, very secure, good security, high security, extremely secure, strong security, completely secure, fully secure, " +
			"state of the art security, industry standard security, properly secured, adequately protected, adequately secured, " +
			"as secure as possible",
		traits: "secure, safe",
		gauges: "security",
	},
	{
		name: "use", measured: measureAny, minor: true,
		ask:   "who manages to do what, in which time",
		blank: " (___ % of new users finish ___ within ___ minutes)",
		qualities: "user friendly, easy to use, simple to use, easy to operate, easy to understand, intuitive to use, very intuitive, good user experience, great user experience, seamless experience, pleasant to use, easy for users, smooth user experience, seamless user experience, good experience, easy to learn, " +
			"easy to understand for, self explanatory, convenient to use, straightforward to use, without any hassle, " +
			"as painless as possible, as simple as possible, as easy as possible, as smooth as possible, as seamless as possible, as transparent as possible",
		traits:  "intuitive, ergonomic, usable, simple, easy, seamless, smooth",
		gauges:  "usability",
		manners: "seamlessly, smoothly, effortlessly, painlessly, intuitively",
	},
	{
		name: "change", measured: measureAny, minor: true,
		ask:   "which change must stay cheap, and what it may touch",
		blank: " (adding ___ takes ___ and touches ___)",
		qualities: "easy to maintain, easily maintainable, easy to extend, easily extensible, highly maintainable, highly extensible, highly flexible, future proof, easy to change, easily extendable, very flexible, highly modular, easily maintained, " +
			"easy to replace, easy to adapt, flexible enough, easy to modify, easy to add",
		traits:  "maintainable, extensible, flexible, modular, adaptable, extendable",
		manners: "easily",
	},
	{
		name: "quality", measured: measureAny, minor: true,
		ask:   "how it is measured, and from which value on it is good enough",
		blank: " (at least ___ % of ___, measured by ___)",
		qualities: "high quality, highly accurate, very accurate, high accuracy, good accuracy, good quality, state of the art, best in class, world class, highly relevant, very relevant, " +
			"relevant results, good results, accurate results, good relevance, high relevance, " +
			"as accurate as possible, as precise as possible, as complete as possible",
		traits: "accurate, relevant",
		gauges: "accuracy, error rate, error rates, quality",
	},
}
