import { type Country, cities, goods, lines, messages, surnames, words } from '../country.ts';

export const brazil: Country = {
  code: 'BR',
  locale: 'pt-BR',
  currency: 'BRL',
  people: 15,
  cities: [
    ...cities('America/Sao_Paulo', 'São Paulo, Rio de Janeiro, Belo Horizonte, Curitiba'),
    ...cities('America/Bahia', 'Salvador'),
    ...cities('America/Recife', 'Recife'),
  ],
  phones: ['+55119612345##', '+55119612346##'],
  women: words('Ana Luíza, Beatriz, Conceição, Juliana, Letícia, Fernanda, Thaís, Larissa, Débora'),
  men: words('João Pedro, Thiago, Antônio, Rafael, Luís Felipe, Vinícius, Márcio, Caio, Gilberto'),
  surnames: surnames(
    'da Silva, dos Santos, Oliveira, Araújo, Conceição, Magalhães, Ribeiro, Gonçalves, Nakamura, Barbosa, Simões, Teixeira',
  ),
  goods: goods(`
    phones | iPhone 11, 64 GB, tela original | 1650
    phones | Motorola Moto G84, na garantia | 1190
    phones | Samsung Galaxy S23 FE, lacrado | 2390
    computers | Notebook Dell Inspiron 15 | 2100
    computers | Monitor gamer 144 Hz | 780 | monitor
    computers | PlayStation 5 com dois controles | 3100 | console
    audio | Caixa de som JBL Boombox 2 | 1400
    audio | Violão Takamine com capa | 980 | hobbies
    vehicles | Fiat Uno 2013, IPVA pago | 29500
    vehicles | Honda CG 160 Fan, 2020 | 13800 | motorcycle
    vehicles | Chevrolet Onix 2018, único dono | 56900
    bicycles | Bicicleta Caloi aro 29 | 1150
    bicycles | Bike infantil aro 16 | 250
    furniture | Sofá retrátil, três lugares | 1290
    furniture | Mesa de jantar de madeira maciça | 1700 | table
    furniture | Rede de casal, algodão, feita à mão | 190 | parcel
    appliances | Geladeira Brastemp frost free | 1850 | fridge
    appliances | Air fryer Mondial, 5 litros | 260 | pot
    appliances | Máquina de lavar Electrolux 12 kg | 1100
    fashion | Vestido de festa, tamanho M | 180 | dress
    family | Carrinho de bebê Galzerano | 420
    hobbies | Prancha de surf 6'2 | 890 | parcel
  `),
  texts: {
    messages: messages(`
      general_inquiry | Olá, tenho interesse no anúncio. Pode me ligar, por favor?
      general_inquiry | Bom dia! Por telefone fica mais fácil de conversar.
      price_negotiation | Aceita negociar para pagamento à vista no Pix?
      price_negotiation | Qual é o menor preço?
      product_details | Tem algum arranhão ou defeito?
      product_details | Ainda tem nota fiscal e caixa?
      availability_check | Ainda está disponível?
      availability_check | Oi, já foi vendido? Posso buscar no sábado.
      meetup_arrangement | Onde posso ver o produto esta semana?
      meetup_arrangement | Consigo passar depois do trabalho, que dia é melhor?
      other | Faz entrega? Pago o frete.
      other | É para a minha mãe, mas pode ligar para mim.
    `),
    declines: lines(`
      Desculpe, acabou de ser vendido.
      Estou viajando esta semana.
      O preço é fixo, {obrigada/obrigado} pela compreensão.
    `),
    withdrawals: lines(`
      Já encontrei outro, {obrigada/obrigado}.
      Desisti da compra, desculpe.
    `),
    times: words('depois das 18h, de manhã, no horário de almoço, à noite, no fim de semana'),
    descriptions: lines(`
      Em ótimo estado, pouco uso.
      Retirada no local. Dinheiro ou Pix.
      Vendo por motivo de mudança.
      Funcionando perfeitamente, pode testar.
    `),
  },
};
