import type { Language, Principle, Topic } from '../../bot/words.ts';

/** Stories of the made-up workplaces. Everything in them is invented, and each says so; nobody and no place has a name. */

type StoryWords = { principle: Principle; topic: Topic; language: Language; text: string };

/** `teller`, `agent`: ids of the sandbox's people. */
export type DemoStory = StoryWords & { teller: string; agent: string };

/** What a new sandbox finds: some of them are close to the dilemmas that its page suggests. */
export const DEMO_STORIES: readonly DemoStory[] = [
  {
    teller: 'mette',
    agent: 'amina',
    principle: 'skaber-fremdrift',
    topic: 'borgerdialog',
    language: 'da',
    text: 'Et tænkt eksempel: Beboerne ventede på svar om en cykelsti, og vi vidste ikke noget nyt. Vi skrev alligevel: hvad vi venter på, hvem der bestemmer, og hvilken dag de hører fra os igen. Den dag skrev vi, også selv om der stadig ikke var nyt. Flere ringede og sagde tak. Det lærte vi: Et svar uden nyt er godt nok, når det har en dato.',
  },
  {
    teller: 'yusuf',
    agent: 'karen',
    principle: 'bygger-bro',
    topic: 'tvaergaaende',
    language: 'da',
    text: 'Et tænkt eksempel: Forældrene ville lave en legeplads på en tom grund ved skolen, og tre afdelinger var inde over. Ingen ringede tilbage. Vi inviterede alle tre ud på grunden en halv time, og forældrene kom med kaffe. Da vi gik hjem, havde én sagt ja til at være den, man ringer til. Det lærte vi: Mød hinanden på stedet, før nogen skriver en mail mere.',
  },
  {
    teller: 'liv',
    agent: 'karen',
    principle: 'goer-det-nemt',
    topic: 'borgerinitiativ',
    language: 'da',
    text: 'Et tænkt eksempel: Nogle naboer ville have en bænk ved stoppestedet, men ansøgningen var på seks sider. Vi gik derud med dem, tog et billede og satte et kryds på et kort. Det var nok til dem, der skulle sige ja. Det lærte vi: Spørg, hvad det mindste er, de kan nøjes med, før du sender skemaet videre.',
  },
  {
    teller: 'freja',
    agent: 'amina',
    principle: 'lytter-foerst',
    topic: 'borgerdialog',
    language: 'da',
    text: 'Et tænkt eksempel: Et borgermøde om trafikken blev til skældud. Næste gang satte vi små borde op i stedet for rækker af stole, og folk tegnede på et kort. De, der havde råbt højest, tegnede mest. Det lærte vi: Giv folk noget at gøre med hænderne, før de skal sige noget.',
  },
  {
    teller: 'jonas',
    agent: 'bo',
    principle: 'tydelig-ramme',
    topic: 'borgerinitiativ',
    language: 'da',
    text: 'Et tænkt eksempel: En forening ville have nøglen til kulturhuset hele ugen. Vi skrev tre ting ned, som lå fast: brandvejen, alarmen og rengøringen. Resten bestemte de selv, og de valgte to aftener. Det lærte vi: En kort liste over det, der ligger fast, giver plads til resten.',
  },
  {
    teller: 'yusuf',
    agent: 'karen',
    principle: 'skaber-fremdrift',
    topic: 'borgerdialog',
    language: 'en',
    text: 'A made-up example: Residents were waiting to hear about a cycle path, and we had no news. We wrote all the same: what we are waiting for, who decides, and on which day they hear from us again. On that day we wrote, news or not. Several called to say thank you. What we learned: an answer without news is good enough when it has a date.',
  },
  {
    teller: 'liv',
    agent: 'amina',
    principle: 'goer-det-nemt',
    topic: 'borgerinitiativ',
    language: 'en',
    text: 'A made-up example: Some neighbours wanted a bench by the bus stop, but the application had six pages. We walked out there with them, took a picture and put a cross on a map. That was enough for those who had to say yes. What we learned: ask for the least they can do with before you pass the form on.',
  },
];

/** What was told in the made-up years, each under a case of its principle. */
export const YEARS_STORIES: readonly StoryWords[] = [
  {
    principle: 'goer-det-nemt',
    topic: 'borgerdialog',
    language: 'da',
    text: 'Et tænkt eksempel: Et brev om affald gav hundrede opkald om ugen. To kolleger fra skranken læste det højt for hinanden og stregede alt det ud, de snublede over. Der var ni linjer tilbage, og telefonen blev stille. Det lærte vi: Lad dem, der tager telefonen, rette brevet.',
  },
  {
    principle: 'lytter-foerst',
    topic: 'borgerdialog',
    language: 'da',
    text: 'Et tænkt eksempel: En borger klagede hver uge over en lygtepæl, og hver gang forklarede vi reglerne. Så spurgte en kollega, hvad der var det værste ved den. Den lyste ind til et barn, der ikke kunne sove. En skærm på lampen var nok. Det lærte vi: Spørg til det værste, før du forklarer.',
  },
  {
    principle: 'tydelig-ramme',
    topic: 'oekonomi',
    language: 'da',
    text: 'Et tænkt eksempel: Et beboerråd troede, at der var en halv million til torvet. Der var halvtreds tusind. På det næste møde sagde vi beløbet i den første sætning, og så tegnede de et torv, der kunne blive til noget. Det lærte vi: Sig rammen først, også når den er lille.',
  },
  {
    principle: 'bygger-bro',
    topic: 'tvaergaaende',
    language: 'da',
    text: 'Et tænkt eksempel: Plejecentret savnede besøg, og spejderne savnede et sted at være, når det regner. En kollega bad de to ledere om at drikke en kop kaffe sammen. Nu bager de pandekager med hinanden hver anden uge. Det lærte vi: Find to, der mangler hver sin halvdel.',
  },
  {
    principle: 'skaber-fremdrift',
    topic: 'lovgivning',
    language: 'da',
    text: 'Et tænkt eksempel: En gadefest skulle have tilladelse fire steder, og alle ventede på hinanden. Vi samlede de fire i én mail med en dato, og den, der blev færdig først, skrev det til de andre. Det tog otte dage. Det lærte vi: Saml dem, der skal sige ja, i stedet for at spørge én ad gangen.',
  },
  {
    principle: 'fastholder-virkelyst',
    topic: 'borgerinitiativ',
    language: 'da',
    text: 'Et tænkt eksempel: En gruppe unge ville male en gavl, men godkendelsen tog lang tid, og de var ved at miste modet. Vi gav dem et plankeværk at øve sig på imens. Da svaret kom, var de blevet flere. Det lærte vi: Find noget småt, de kan gå i gang med, mens de venter.',
  },
];
