/**
 * Short stories with one expression each that refers back, as `[expression=antecedent]`; several antecedents are
 * joined by “+”, and nothing is after the sign if the expression must stay unresolved. The verb is marked where a
 * subject is left out.
 */
export const ANTECEDENTS: readonly string[] = [
  // He, she and it
  'Mr. Orlo Hasken reopened the mill on Monday. [He=orlo hasken] had bought it in spring.',
  'Ms. Petra Vaal met Mr. Orlo Hasken at the mill. [She=petra vaal] asked about the price.',
  'Ms. Petra Vaal met Mr. Orlo Hasken at the mill. [He=orlo hasken] named a price.',
  'Petra Vaal and her husband Orlo Hasken own the mill. [She=petra vaal] keeps the books.',
  'Orlo Hasken sold the mill to his sister Petra Vaal. [She=petra vaal] will run it alone.',
  'The court heard Dana Irwell for an hour. [She=dana irwell] denied the theft.',
  'The actress Dana Irwell opened the fair with the mayor, Mr. Piet Norgaard. [He=piet norgaard] spoke first.',
  'Mr. Piet Norgaard praised Mr. Orlo Hasken. [He=piet norgaard] called the mill a model.',
  'Dana Irwell told Petra Vaal about the theft. Police questioned her twice. [She=dana irwell] has no lawyer.',
  'Rain fell on the fair all day. [He=] left early.',
  'Norcable bought the yard in 2020. [It=norcable] paid nine million euros.',
  'Norcable sued Baltrope over the yard. [It=norcable] wants nine million euros.',
  'Baltrope, a rival of Norcable, makes rope. [It=baltrope] employs 90 people.',
  'Mr. Piet Norgaard runs Baltrope. [It=baltrope] employs 90 people.',
  'Because [he=] was late, Mr. Orlo Hasken missed the vote.',
  'Mr. Orlo Hasken said that [he=orlo hasken] would appeal.',
  'Mr. Orlo Hasken told Ms. Petra Vaal that [she=petra vaal] would keep her post.',
  'Norcable said that [it=norcable] would appeal.',
  // They, the two and both
  'Dana Irwell and Petra Vaal founded the choir. [They=dana irwell+petra vaal] still sing in it.',
  'Norcable and Baltrope agreed on a merger. [They=norcable+baltrope] will share a yard.',
  'Norcable and Baltrope agreed on a merger. [Both=norcable+baltrope] are short of orders.',
  'The fishermen blocked the port on Monday. [They=fisherman] want cheaper fuel.',
  'The nurses met Mr. Piet Norgaard on Monday. [They=nurse] want more pay.',
  'Dana Irwell met Petra Vaal in the choir. [The two=dana irwell+petra vaal] have been friends ever since.',
  'Norcable agreed on a merger with Baltrope. [The two companies=norcable+baltrope] will share a yard.',
  'Peru signed a treaty with Chile. [The two countries=peru+chile] share a border.',
  'Peru signed a treaty with Chile. [Both countries=peru+chile] must ratify it.',
  'Mr. Orlo Hasken debated with Mr. Piet Norgaard on Friday. [The two men=orlo hasken+piet norgaard] did not shake hands.',
  'Ms. Petra Vaal sang with Ms. Dana Irwell. [The two women=petra vaal+dana irwell] were cheered.',
  'The teachers and the drivers went on strike. [They=teacher+driver] want more pay.',
  // Nouns for bodies, people and places
  'Norcable will close its yard. [The company=norcable] gave no reason.',
  'Mr. Piet Norgaard left Norcable in May. [The company=norcable] has not replaced him.',
  'The Ministry of Fisheries has banned nets. [The ministry=ministry of fisheries] fears for the cod.',
  'The Marlow Trust paid for the pier. [The trust=marlow trust] has 900 members.',
  'Harland University has cut two courses. [The university=harland university] has a deficit.',
  'The Tidewater Party lost nine seats. [The party=tidewater party] had ruled since 2009.',
  'The Lumen Museum reopened on Monday. [The museum=lumen museum] had been closed for a year.',
  'Eastport Hospital has 400 beds. [The hospital=eastport hospital] will close a ward.',
  'The ferry came from Lisbon at noon. [The city=lisbon] was without power.',
  'Hundreds of people left Peru for Chile in May. [The country=chile] has opened its border.',
  'Dana Irwell, 41, was acquitted on Monday. [The singer=] has not spoken.',
  'Baltrope moved to Gdansk in 2011. It hires [there=gdansk] each spring.',
  // Second references
  'Petra Vaal and Orlo Hasken bought the mill. [Vaal=petra vaal] keeps the books.',
  'Petra Vaal bought the mill. [Ms. Vaal=petra vaal] keeps the books.',
  'The Ministry of Fisheries and the Ministry of Health met. [The Ministry of Health=ministry of health] had asked for it.',
  // Subjects that are left out
  'Petra Vaal bought the mill in spring and [sold=petra vaal] it in autumn.',
  'Norcable lost an order, closed a yard and [dismissed=norcable] 90 people.',
  'Ms. Petra Vaal met Mr. Orlo Hasken in May but [signed=petra vaal] nothing.',
  // Quotations
  '“The mill is ours,” said Petra Vaal. [She=petra vaal] bought it in spring.',
  'Mr. Orlo Hasken spoke for an hour. “The mill is ours,” [he=orlo hasken] said.',
];
